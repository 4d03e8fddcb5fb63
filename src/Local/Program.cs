using PaperFunctions.Local.Verbs;

// Said before anything is loaded: what follows takes seconds.
UpVerb.SayStart(args);
return await CommandLine.RunAsync(args);
