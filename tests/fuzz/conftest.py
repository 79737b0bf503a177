"""The fuzzer is no test."""

collect_ignore = ["fuzz.py"]
