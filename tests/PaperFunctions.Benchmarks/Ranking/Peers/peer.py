"""Holds the re-implemented peer against scikit-learn, and times scikit-learn beside it.

  relevance --dump peer.json FILE...   (of the benchmarks) writes what this reads
  python3 peer.py peer.json

Needs scikit-learn 1.2 (Debian: python3-sklearn). Prints, for each trial, the rank correlation of both score lists and
the largest difference; then the time of one fit-and-score at 1,000 and 30,000 papers (texts repeated with words shuffled in).
"""
import json
import random
import sys
import time

import numpy as np
from sklearn import svm
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer


def vectorizer():
    # compute.py of arxiv-sanity-lite
    return TfidfVectorizer(strip_accents="unicode", lowercase=True, stop_words="english", token_pattern=r"(?u)\b[a-zA-Z_][a-zA-Z0-9_]+\b",
                           ngram_range=(1, 2), max_features=20000, norm="l2", use_idf=True, smooth_idf=True, sublinear_tf=True, max_df=0.1, min_df=5)


def rank(x, likes):
    # serve.py of arxiv-sanity-lite
    y = np.zeros(x.shape[0])
    y[likes] = 1
    fit = svm.LinearSVC(class_weight="balanced", max_iter=10000, tol=1e-6, C=0.01).fit(x, y)
    return fit.decision_function(x)


def order(scores):
    return np.argsort(np.argsort(scores)).astype(float)


data = json.load(open(sys.argv[1]))
texts = [p["text"] for p in data["papers"]]
x = vectorizer().fit_transform(texts)
for trial in data["trials"]:
    theirs, ours = rank(x, trial["likes"]), np.array(trial["scores"])
    print(f"{len(trial['likes'])} likes: rank correlation {np.corrcoef(order(theirs), order(ours))[0, 1]:.6f}, largest difference {np.abs(theirs - ours).max():.2e}")

random.seed(5)
sentences = [s for t in texts for s in t.split(". ")]
for n in (1000, 30000):
    many = [". ".join(random.choices(sentences, k=7)) for _ in range(n)]
    x = vectorizer().fit_transform(many).astype(np.float32)
    times = []
    for _ in range(5 if n == 1000 else 2):
        start = time.process_time()
        rank(x, random.sample(range(n), 10))
        times.append(time.process_time() - start)
    print(f"N = {n}: LinearSVC fit and score {min(times) * 1000:.1f} ms of processor time (best of {len(times)})")
    dense = np.random.rand(n, 64).astype(np.float32)
    query = np.random.rand(64).astype(np.float32)
    best = min(timed(dense, query) for timed in [lambda d, q: (lambda s: (d @ q, time.perf_counter() - s)[1])(time.perf_counter())] * 50)
    print(f"N = {n}: numpy product of a 64-wide matrix and a vector {best * 1e6:.1f} us")
start = time.process_time()
words = TfidfVectorizer(sublinear_tf=True, stop_words="english", ngram_range=(1, 2), min_df=2).fit_transform(many[:10000])
runs = TfidfVectorizer(sublinear_tf=True, analyzer="char_wb", ngram_range=(3, 4), min_df=3, max_features=30000).fit_transform(many[:10000])
TruncatedSVD(64, n_iter=5, random_state=0).fit(runs)
print(f"scikit-learn, words and character runs of 10,000 papers and one randomised SVD to 64: {time.process_time() - start:.1f} s of processor time")
