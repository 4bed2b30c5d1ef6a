"""A learner's past as rows, cells and sentences. Pure; knows no Qt."""
