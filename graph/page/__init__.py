"""What ``graph.view`` makes the page from: template, style, script and their data."""
