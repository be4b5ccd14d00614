"""Hears recordings with faster-whisper: a line of standard input names a file of mono 16 kHz float32 samples, and a
line of standard output is what was said, as JSON. Its argument is the model's folder (CTranslate2)."""

import json
import sys

import numpy
from faster_whisper import WhisperModel

model = WhisperModel(sys.argv[1], device="cpu", compute_type="int8")
print(json.dumps("ready"), flush=True)
for line in sys.stdin:
    samples = numpy.fromfile(line.strip(), dtype=numpy.float32)
    segments, _ = model.transcribe(samples, language="en", beam_size=1)
    print(json.dumps(" ".join(segment.text.strip() for segment in segments)), flush=True)
