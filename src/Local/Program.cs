using PaperFunctions.Local.Verbs;

return await CommandLine.RunAsync(args);
