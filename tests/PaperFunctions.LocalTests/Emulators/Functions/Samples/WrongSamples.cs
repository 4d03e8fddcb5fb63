using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace PaperFunctions.LocalTests.Emulators.Functions.Samples;

/// <summary>Functions that a host must refuse; each class has one fault.</summary>
public static class Wrong
{
    public sealed class TwinOne
    {
        [Function("Twin")]
        public static void Run([TimerTrigger("0 0 0 * * *")] TimerInfo timer) => _ = timer;

        [Function("TWIN")]
        public static void RunToo([TimerTrigger("0 0 0 * * *")] TimerInfo timer) => _ = timer;
    }

    public sealed class NoTrigger
    {
        [Function("NoTrigger")]
        public static void Run(string text) => _ = text;
    }

    public sealed class NotPublic
    {
        [Function("NotPublic")]
        internal static void Run([TimerTrigger("0 0 0 * * *")] TimerInfo timer) => _ = timer;
    }

    public sealed class BadName
    {
        [Function("1st")]
        public static void Run([TimerTrigger("0 0 0 * * *")] TimerInfo timer) => _ = timer;
    }

    public sealed class ReturnsText
    {
        [Function("ReturnsText")]
        public static Task<string> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) =>
            Task.FromResult(request.Path.Value!);
    }

    public sealed class ReturnsNumber
    {
        [Function("ReturnsNumber")]
        public static int Run([QueueTrigger("work")] string text) => text.Length;
    }


    public sealed class TakesContext
    {
        [Function("TakesContext")]
        public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous)] HttpContext context) => Results.Ok(context);
    }

    public sealed class UnknownRouteValue
    {
        [Function("UnknownRouteValue")]
        public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "a/{id}")] HttpRequest request, string name) =>
            Results.Ok((request, name));
    }

    public sealed class BlobAsPoco
    {
        [Function("BlobAsPoco")]
        public static void Run([BlobTrigger("drops/{name}")] BinaryData blob) => _ = blob;
    }

    public sealed class MissingSetting
    {
        [Function("MissingSetting")]
        public static void Run([TimerTrigger("%Nowhere%")] TimerInfo timer) => _ = timer;
    }


    public sealed class BadSchedule
    {
        [Function("BadSchedule")]
        public static void Run([TimerTrigger("0 0 25 * * *")] TimerInfo timer) => _ = timer;
    }

    public sealed class BadContainer
    {
        [Function("BadContainer")]
        public static void Run([BlobTrigger("Digests/{name}")] BlobClient blob) => _ = blob;
    }

    public sealed class BadQueue
    {
        [Function("BadQueue")]
        public static void Run([QueueTrigger("a_b")] string text) => _ = text;
    }

    public sealed class BadRoute
    {
        [Function("BadRoute")]
        public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "a/{b")] HttpRequest request) => Results.Ok(request);
    }

    public sealed class SameRoute
    {
        [Function("SameRoute1")]
        public static IResult One([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "same")] HttpRequest request) =>
            Results.Ok(request);

        [Function("SameRoute2")]
        public static IResult Two([HttpTrigger(AuthorizationLevel.Anonymous, "GET", "POST", Route = "/Same")] HttpRequest request) =>
            Results.Ok(request);
    }

    public sealed class MissingService(IFormatProvider culture)
    {
        [Function("MissingService")]
        public void Run([QueueTrigger("work")] string text) => _ = culture.GetFormat(text.GetType());
    }
}
