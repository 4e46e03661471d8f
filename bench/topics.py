"""How well do topics stand for what was planted, how fast are they found, and do similar cases help?

    python bench/topics.py --demo DATA_FOLDER --reviews online_reviews_train.csv.gz [--tickets 100000] [--json]

DATA_FOLDER is a data folder of `zhenyin demo`. The truth is only looked at to judge: no label of category, fault or cause
goes into what is judged, but for the row that says so. Beside ours stands TF-IDF with k-means, in the same run, for the
same number of topics.
"""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import argparse
import csv
import gzip
import json
import resource
import time
import tomllib
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import duckdb
import numpy as np

from zhenyin.knowledge.similar_cases import ranked
from zhenyin.text import naming, similar
from zhenyin.text.topics import TopicContext, TopicModel, fit, split_names

SAMPLE = 30_000
"""Texts with which the accuracies are told; k-means on TF-IDF takes minutes for more."""


@dataclass(frozen=True, slots=True)
class Case:
    """Texts with what they are really about."""

    texts: list[str]
    truth: list[str]
    known: TopicContext
    solutions: list[str]


def reviews(path: Path) -> Case:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        rows = [(row["review"], row["cat"]) for row in csv.DictReader(file) if row["review"]]
    rows = [rows[i] for i in np.sort(np.random.default_rng(0).permutation(len(rows))[:SAMPLE])]
    return Case([text for text, _ in rows], [cat for _, cat in rows], TopicContext(), [])


def demo(folder: Path, tickets: int) -> Case:
    """The tickets of a demo company that has been told, with the faults that its generator wrote down."""
    with duckdb.connect(str(folder / "warehouse.duckdb"), read_only=True) as db:
        table = db.execute(
            f"""SELECT concat_ws('。', title, description) AS text, truth.fault, t.kind, t.team, t.product_line, product,
                       model, solution
                FROM tickets t JOIN read_csv('{folder}/demo-files/truth_labels.csv', all_varchar = true) truth
                USING (source_id) WHERE valid AND t.duplicate_of IS NULL ORDER BY hash(ticket_id) LIMIT {tickets}"""
        ).to_arrow_table()
    columns: dict[str, list[str]] = {name: table[name].to_pylist() for name in table.column_names}
    names = frozenset(v for name in ("product_line", "product", "model") for v in columns[name] if v)
    known = TopicContext(names, [columns[name] for name in ("product_line", "kind", "team")])
    return Case(columns["text"], columns["fault"], known, columns["solution"])


def v_measure(truth: Sequence[str], found: Any) -> float:
    from sklearn.metrics import v_measure_score

    return float(v_measure_score(truth, found))


def tfidf_kmeans(texts: Sequence[str], number: int) -> tuple[np.ndarray[Any, Any], float]:
    """What a user would otherwise do."""
    import rjieba
    from sklearn.cluster import MiniBatchKMeans
    from sklearn.feature_extraction.text import TfidfVectorizer

    started = time.perf_counter()
    table = TfidfVectorizer(tokenizer=rjieba.cut, token_pattern=None, max_features=20_000, min_df=5).fit_transform(
        texts
    )
    found = MiniBatchKMeans(number, n_init=3, random_state=0, batch_size=4096).fit_predict(table)
    return found, time.perf_counter() - started


def accuracy(case: Case, methods: dict[str, TopicContext]) -> dict[str, Any]:
    number = len(set(case.truth))
    base, seconds = tfidf_kmeans(case.texts, number)
    scores: dict[str, Any] = {"topics": number, "texts": len(case.texts), "tfidf_kmeans": v_measure(case.truth, base)}
    scores["tfidf_kmeans_seconds"] = seconds
    for name, known in methods.items():
        scores[name] = v_measure(case.truth, fit(case.texts, known, number=number).assign(case.texts).tolist())
    return scores


def speed(case: Case, texts: int) -> dict[str, float]:
    """Seconds to find the topics of so many texts and assign them all; texts a second of the assignment alone."""
    chosen = (case.texts * (texts // len(case.texts) + 1))[:texts]
    started, cpu = time.perf_counter(), time.process_time()
    model = fit(chosen, TopicContext(case.known.names))
    topic = model.assign(chosen)
    took, work = time.perf_counter() - started, time.process_time() - cpu
    started = time.perf_counter()
    model.assign(chosen[:20_000])
    rate = 20_000 / (time.perf_counter() - started)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    return {"texts": texts, "seconds": took, "cpu_seconds": work, "assigned_per_second": rate, "gib": memory,
            "topics": int(topic.max()) + 1}  # fmt: skip


def similar_judged(folder: Path, queries: int = 200, kept: int = 15_000) -> dict[str, float]:
    """Of the newest tickets, how many find help among earlier ones: the same fault, and the same confirmed cause.

    A hit is one of the first five. Nothing but customers' words is ranked; the model knows tickets before the split only.
    """
    with duckdb.connect(str(folder / "warehouse.duckdb"), read_only=True) as db:
        rows = db.execute(
            f"""SELECT concat_ws('。', title, description) AS text, truth.fault, cause, solution
                FROM tickets t JOIN read_csv('{folder}/demo-files/truth_labels.csv', all_varchar = true) truth
                USING (source_id) WHERE valid AND t.duplicate_of IS NULL AND cause IS NOT NULL ORDER BY created_at, ticket_id"""
        ).fetchall()
    chance, split = np.random.default_rng(0), int(len(rows) * 0.9)
    past = [rows[i] for i in np.sort(chance.permutation(split)[:kept])]
    now = [rows[split + i] for i in np.sort(chance.permutation(len(rows) - split)[:queries])]
    texts = [row[0] for row in past]
    model = fit(texts, TopicContext(answers=[f"{row[2]}。{row[3]}" for row in past]))
    words = model.words(texts)
    outcomes = [row[2] or row[3] for row in past]
    scores: dict[str, float] = defaultdict(float)
    for text, fault, cause, _ in now:
        cut = model.words([text])[0]
        score = ranked(text, cut, texts, words, model)
        methods = {
            "bm25": np.argsort(-similar.bm25(cut, words), kind="stable")[:5].tolist(),
            "ranked": np.argsort(-score, kind="stable")[:5].tolist(),
            "ours": similar.different(score, outcomes, 5),
        }
        for method, chosen in methods.items():
            first = [past[i] for i in chosen]
            scores[f"{method}_fault_hit5"] += any(row[1] == fault for row in first)
            scores[f"{method}_fault_of5"] += sum(row[1] == fault for row in first) / 5
            scores[f"{method}_cause_hit5"] += any(row[1] == fault and row[2] == cause for row in first)
    return {key: count / len(now) for key, count in scores.items()}


def names_judged(case: Case, model: TopicModel) -> dict[str, float]:
    """Share of topics, weighted by their tickets, whose name says what customers with its commonest fault say.

    A name is right when its first phrase stands in a symptom that the generator has for that fault, and false when it
    stands only in the courtesies, devices and demands that go with every fault. named_in_text: share of tickets of whose own
    fault a phrase of the name stands in a symptom.
    """
    small = model.near(model.placed(model.words(case.texts)))
    topic = model.topic_of(small)
    runs = [model.segmenter.runs(text) for text in case.texts]
    names = split_names(model.segmenter, case.known.names, least=2)
    found = naming.names(runs, topic, int(topic.max()) + 1, names, model.halves(small))
    phrases = tomllib.loads((files("zhenyin.demo") / "phrases.toml").read_text("utf-8"))
    symptoms = {fault: [plain(text) for text in texts] for fault, texts in phrases["faults"].items()}
    right = named_in_text = total = pure = 0.0
    for number, name in enumerate(found):
        faults = Counter(fault for fault, one in zip(case.truth, topic.tolist(), strict=True) if one == number)
        fault, most = faults.most_common(1)[0]
        named = [plain(phrase) for phrase in name.text.split("、")]
        size = sum(faults.values())
        right += size * any(named[0] in text for text in symptoms[fault])
        named_in_text += sum(
            n for one, n in faults.items() if any(phrase in text for phrase in named for text in symptoms[one])
        )
        total, pure = total + size, pure + most
    return {"named_right": right / total, "named_in_text": named_in_text / total, "purity": pure / total}


def plain(text: str) -> str:
    return text.lower().replace(" ", "").replace("{n}", "")


def main() -> None:
    parse = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parse.add_argument("--demo", type=Path, required=True)
    parse.add_argument("--reviews", type=Path, required=True)
    parse.add_argument("--tickets", type=int, default=100_000)
    parse.add_argument("--json", action="store_true")
    args = parse.parse_args()
    company = demo(args.demo, SAMPLE)
    names = TopicContext(company.known.names)
    answered = TopicContext(company.known.names, company.known.labels, company.solutions)
    scores = {
        "reviews": accuracy(reviews(args.reviews), {"words": TopicContext()}),
        "demo": accuracy(company, {"words": names, "words_fields": company.known, "words_fields_answers": answered}),
        "names": names_judged(company, fit(company.texts, answered)),
        "similar": similar_judged(args.demo),
        "speed": speed(demo(args.demo, args.tickets), args.tickets),
    }
    if args.json:
        print(json.dumps(scores))
        return
    for part, figures in scores.items():
        print(
            part,
            *(f"{key}={value:.3f}" if isinstance(value, float) else f"{key}={value}" for key, value in figures.items()),
        )


if __name__ == "__main__":
    main()
