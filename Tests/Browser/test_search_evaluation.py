"""The search finds what is meant: titles typed in six ways, and questions with their answers.

A query succeeds at n when one of the sheets that answer it is among the first n results; the
reciprocal rank is one over the place of the first, 0 beyond the ten results that are looked at.
"""

import tomllib
from pathlib import Path
from statistics import mean

import pytest

from published import REPOSITORY, SITE, catalogue
from search_ways import WAYS
from visits import visit

QUESTIONS = tomllib.loads(
    (Path(__file__).parent / "search_questions.toml").read_text(encoding="utf-8")
)
LOOKED_AT = 10
# The goals of the project.
FIRST_OVER_ALL_WAYS = 0.97
NOTHING_OVER_ALL_WAYS = 0.005
FIRST_OF_QUESTIONS = 0.80
FIVE_OF_QUESTIONS = 0.95

ASK = r"""async ([queries, limit]) => {
  const answers = [];
  for (const query of queries) {
    const { total, results } = await Archipel.search(query, { limit });
    answers.push({ total, urls: results.map(({ url }) => url.replace(/index\.html$/, "")) });
  }
  return answers;
}"""


class Outcome:
    """What came of a set of queries: `asked` is `[(query, urls that answer)]`."""

    def __init__(self, asked, answers):
        self.places = []
        self.missed = []
        self.empty = [query for (query, _), answer in zip(asked, answers) if not answer["total"]]
        for (query, wanted), answer in zip(asked, answers):
            found = [place for place, url in enumerate(answer["urls"], 1) if url in wanted]
            self.places.append(found[0] if found else None)
            if self.places[-1] != 1:
                self.missed.append((query, self.places[-1], answer["urls"][:3]))

    def success(self, most):
        return mean(place is not None and place <= most for place in self.places)

    @property
    def reciprocal_rank(self):
        return mean(1 / place if place else 0 for place in self.places)

    @property
    def nothing(self):
        return len(self.empty) / len(self.places)

    def __str__(self):
        return (
            f"success@1 {self.success(1):.3f}, success@5 {self.success(5):.3f}, "
            f"MRR {self.reciprocal_rank:.3f}, no result {self.nothing:.3f} ({len(self.places)})"
        )


@pytest.fixture(scope="module", params=["http", "file"])
def searching_page(request, shared_page, server, offline_site):
    base = server if request.param == "http" else offline_site.as_uri() + "/"
    visit(shared_page, base, ("", None))
    return request.param, shared_page


def ask(page, asked):
    return Outcome(asked, page.evaluate(ASK, [[query for query, _ in asked], LOOKED_AT]))


def test_titles_are_found_however_they_are_typed(searching_page, figures):
    protocol, page = searching_page
    titles = {}
    for sheet in catalogue()["sheets"]:
        titles.setdefault(sheet["title"], []).append(sheet["url"])
    outcomes = {}
    for name, way in WAYS.items():
        asked = [(query, urls) for title, urls in titles.items() for query in way(title)]
        outcomes[name] = ask(page, asked)
        figures.append(f"search: {protocol}: {name}: {outcomes[name]}")
    first = mean(outcome.success(1) for outcome in outcomes.values())
    nothing = mean(outcome.nothing for outcome in outcomes.values())
    figures.append(f"search: {protocol}: all ways: success@1 {first:.3f}, no result {nothing:.4f}")
    missed = {name: outcome.missed for name, outcome in outcomes.items()}
    assert first >= FIRST_OVER_ALL_WAYS, missed
    assert nothing <= NOTHING_OVER_ALL_WAYS, missed


def test_questions_are_answered(searching_page, figures):
    protocol, page = searching_page
    urls = {sheet["id"]: sheet["url"] for sheet in catalogue()["sheets"]}
    asked = {
        kind: [(question, [urls[id] for id in ids]) for question, ids in questions.items()]
        for kind, questions in QUESTIONS.items()
    }
    for kind, questions in asked.items():
        figures.append(f"search: {protocol}: questions {kind}: {ask(page, questions)}")
    outcome = ask(page, [question for questions in asked.values() for question in questions])
    figures.append(f"search: {protocol}: questions of all kinds: {outcome}")
    assert outcome.success(1) >= FIRST_OF_QUESTIONS, outcome.missed
    assert outcome.success(5) >= FIVE_OF_QUESTIONS, outcome.missed


@pytest.mark.skipif(SITE != REPOSITORY / "output", reason="another site has other sheets")
def test_every_answer_is_a_sheet_of_the_site():
    ids = {sheet["id"] for sheet in catalogue()["sheets"]}
    answers = [answer for questions in QUESTIONS.values() for answer in questions.values()]
    assert {id for answer in answers for id in answer} - ids == set()
    assert all(answers)


def test_there_are_many_questions_of_every_kind():
    assert sum(len(questions) for questions in QUESTIONS.values()) >= 120
    assert min(len(questions) for questions in QUESTIONS.values()) >= 8
