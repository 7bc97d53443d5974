"""Texts that some reader of a format would execute or fail on."""

HOSTILE = [
    "one\n::error file=a.yaml::two",
    "::stop-commands::x",
    "100 %, 50%25 and %0A::warning::",
    "a,b:c=d,line=1::e",
    "  ::add-mask::e\n##[error]f",
    "<script>&amp;]]></failure>\"'",
    "😀 株式会社 𝒳 é",
]
CONTROL = "a\x00b\x08c\x1b[0md\x7fe\x9ff\ufffeg\uffffh😀𝒳"
