using System.Text;

namespace PaperFunctions.Formats.Shared.Input;

/// <summary>8-bit bytes as text: UTF-8, and what is not UTF-8 read as Windows-1252 byte by byte, so that a file of mixed encodings
/// loses nothing.</summary>
internal static class TextInput
{
    public static Encoding Lenient { get; } = Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, new Windows1252Fallback());

    /// <summary>A reader over the stream, which stays open.</summary>
    public static StreamReader Open(Stream content, Encoding? encoding = null) =>
        new(content, encoding ?? Lenient, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16, leaveOpen: true);

    /// <summary>The stream as valid UTF-8; it stays open.</summary>
    public static Stream AsUtf8(Stream content) =>
        Encoding.CreateTranscodingStream(content, Lenient, new UTF8Encoding(false), leaveOpen: true);

    private sealed class Windows1252Fallback : DecoderFallback
    {
        public override int MaxCharCount => 4;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

        private sealed class Buffer : DecoderFallbackBuffer
        {
            /// <summary>0x80 to 0x9F; the rest of the code page is Latin-1.</summary>
            private const string High = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

            private byte[] _bytes = [];
            private int _next;

            public override int Remaining => _bytes.Length - _next;

            public override bool Fallback(byte[] bytesUnknown, int index)
            {
                (_bytes, _next) = (bytesUnknown, 0);
                return bytesUnknown.Length > 0;
            }

            public override char GetNextChar()
            {
                var b = Remaining > 0 ? _bytes[_next++] : 0;
                return b is >= 0x80 and < 0xA0 ? High[b - 0x80] : (char)b;
            }

            public override bool MovePrevious()
            {
                var can = _next > 0;
                _next -= can ? 1 : 0;
                return can;
            }

            public override void Reset() => (_bytes, _next) = ([], 0);
        }
    }
}
