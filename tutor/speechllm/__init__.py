"""The SpeechLLM assessor: prompt, response, loading in 4 bits, decoding, the server's client. torch only behind its doors."""
