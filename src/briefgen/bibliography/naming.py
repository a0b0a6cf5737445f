"""Names in a sentence, where a style cites by numbers: “Cooper and Müller (2)” for `@cooper2021`.

Comes in: clusters, and what a style by numbers makes of them. Goes out: the same with the authors' names before the number
of a source that is named in the sentence. The names are set by a style of our own, of nothing but names.
"""

from collections.abc import Sequence

import msgspec

from briefgen.bibliography.records import Answer, Citation, Cluster, Mark, Run, Set
from briefgen.bibliography.styles import Style

NAMES = Style(
    """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>Names</title><id>names</id><updated>2026-01-01T00:00:00+00:00</updated></info>
  <citation et-al-min="3" et-al-use-first="1">
    <layout delimiter="; ">
      <names variable="author">
        <name form="short" and="text" delimiter-precedes-last="never"/>
        <substitute><names variable="editor"/><text variable="title" font-style="italic"/></substitute>
      </names>
    </layout>
  </citation>
</style>""",
    noted=False,
    listed=False,
    raised=False,
    numbered=False,
)


def named_in_text(events: Sequence[Cluster | Mark]) -> list[str]:
    """The keys of the sources that sentences name, each once."""
    clusters = [event for event in events if isinstance(event, Cluster)]
    keys = (one.key for cluster in clusters for one in cluster.citations if one.mode == "AuthorInText")
    return list(dict.fromkeys(keys))


def asked_for(keys: Sequence[str]) -> list[Cluster]:
    """What to set in the style of names."""
    return [Cluster((Citation(key),)) for key in keys]


def with_names(events: Sequence[Cluster | Mark], made: Set, names: dict[str, tuple[Run, ...]], *, raised: bool) -> Set:
    """What a style by numbers makes of the clusters, with names before the numbers of sources that sentences name."""
    clusters = [event for event in events if isinstance(event, Cluster)]
    answers: list[Answer] = []
    for cluster, answer in zip(clusters, made.answers, strict=True):
        first = cluster.citations[0]
        own = names.get(first.key, ()) if first.mode == "AuthorInText" else ()
        space = (Run(" "),) if own and not raised else ()
        bare = tuple(msgspec.structs.replace(run, source="") for run in own)
        answers.append(Answer((*bare, *space, *answer.words), answer.note))
    return Set(tuple(answers), made.entries)
