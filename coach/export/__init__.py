"""Takes results elsewhere: plain text, Markdown, an e-mail file."""
