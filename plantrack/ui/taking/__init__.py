"""What a reader takes along: a chart as a file, a sentence, the code that embeds a chart."""
