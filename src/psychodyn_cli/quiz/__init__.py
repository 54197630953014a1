"""The quiz: cards made of entries, a sitting in which they are asked, and, if the reader agrees, what is remembered."""
