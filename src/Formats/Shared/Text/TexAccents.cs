namespace PaperFunctions.Formats.Shared.Text;

/// <summary>Letters with the accents of TeX. The pairs are Unicode's canonical compositions; a letter
/// that has none gets a combining mark.</summary>
internal static class TexAccents
{
    /// <summary>The accent characters and one-letter accent commands of TeX.</summary>
    public static bool IsAccent(char command) => Pairs(command).Mark != '\0';

    public static string Add(char command, string letter)
    {
        var (mark, pairs) = Pairs(command);
        letter = letter switch { "ı" => "i", "ȷ" => "j", _ => letter };
        if (letter.Length == 0 || mark == '\0')
        {
            return letter;
        }

        for (var i = 0; i < pairs.Length; i += 2)
        {
            if (pairs[i] == letter[0])
            {
                return string.Concat(pairs.AsSpan(i + 1, 1), letter.AsSpan(1));
            }
        }

        return char.IsLetter(letter[0]) ? $"{letter[0]}{mark}{letter[1..]}" : letter;
    }

    /// <summary>The combining mark, and pairs of a letter and its composition.</summary>
    private static (char Mark, string Pairs) Pairs(char command) => command switch
    {
        '\'' => ('\u0301', "AÁCĆEÉGǴIÍKḰLĹMḾNŃOÓPṔRŔSŚUÚWẂYÝZŹaácćeégǵiíkḱlĺmḿnńoópṕrŕsśuúwẃyýzź"),
        '`' => ('\u0300', "AÀEÈIÌNǸOÒUÙWẀYỲaàeèiìnǹoòuùwẁyỳ"),
        '^' => ('\u0302', "AÂCĈEÊGĜHĤIÎJĴOÔSŜUÛWŴYŶZẐaâcĉeêgĝhĥiîjĵoôsŝuûwŵyŷzẑ"),
        '"' => ('\u0308', "AÄEËHḦIÏOÖUÜWẄXẌYŸaäeëhḧiïoötẗuüwẅxẍyÿ"),
        '~' => ('\u0303', "AÃEẼIĨNÑOÕUŨVṼYỸaãeẽiĩnñoõuũvṽyỹ"),
        '=' => ('\u0304', "AĀEĒGḠIĪOŌUŪYȲaāeēgḡiīoōuūyȳ"),
        '.' => ('\u0307', "AȦBḂCĊDḊEĖFḞGĠHḢIİMṀNṄOȮPṖRṘSṠTṪWẆXẊYẎZŻaȧbḃcċdḋeėfḟgġhḣmṁnṅoȯpṗrṙsṡtṫwẇxẋyẏzż"),
        'u' => ('\u0306', "AĂEĔGĞIĬOŎUŬaăeĕgğiĭoŏuŭ"),
        'v' => ('\u030C', "AǍCČDĎEĚGǦHȞIǏKǨLĽNŇOǑRŘSŠTŤUǓZŽaǎcčdďeěgǧhȟiǐjǰkǩlľnňoǒrřsštťuǔzž"),
        'H' => ('\u030B', "OŐUŰoőuű"),
        'r' => ('\u030A', "AÅUŮaåuůwẘyẙ"),
        'c' => ('\u0327', "CÇDḐEȨGĢHḨKĶLĻNŅRŖSŞTŢcçdḑeȩgģhḩkķlļnņrŗsştţ"),
        'k' => ('\u0328', "AĄEĘIĮOǪUŲaąeęiįoǫuų"),
        'd' => ('\u0323', "AẠBḄDḌEẸHḤIỊKḲLḶMṂNṆOỌRṚSṢTṬUỤVṾWẈYỴZẒaạbḅdḍeẹhḥiịkḳlḷmṃnṇoọrṛsṣtṭuụvṿwẉyỵzẓ"),
        'b' => ('\u0331', "BḆDḎKḴLḺNṈRṞTṮZẔbḇdḏhẖkḵlḻnṉrṟtṯzẕ"),
        _ => ('\0', ""),
    };
}
