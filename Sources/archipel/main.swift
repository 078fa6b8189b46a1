import CommandLineTool

await Archipel.run()
