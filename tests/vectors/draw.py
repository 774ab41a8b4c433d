#!/usr/bin/env python3
"""Works out draw.json beside it, independently of the program: python3 tests/vectors/draw.py > tests/vectors/draw.json

It follows the words at the top of shared/rules/draw.h and shares no code with it."""
import hashlib
import json
import random


def sha256(text):
    return hashlib.sha256(text.encode()).hexdigest()


def line(entry):
    parts = ["palabre-entry-1", entry["receipt"], str(entry["number"]), entry["name"], entry["words"]]
    return f"{entry['number']}\t{sha256(chr(10).join(parts))}"


def numbers(seed, list_hash):
    counter = 0
    while True:
        digest = hashlib.sha256(f"palabre-draw-1\n{seed}\n{list_hash}\n{counter}".encode()).digest()
        for start in range(0, 32, 8):
            yield int.from_bytes(digest[start : start + 8], "big")
        counter += 1


def draw(seed, lines, winners):
    lines = list(lines)
    source = numbers(seed, sha256("\n".join(lines)))
    for i in range(min(winners, len(lines))):
        left = len(lines) - i
        largest = 2**64 // left * left
        number = next(n for n in source if n < largest)
        other = i + number % left
        lines[i], lines[other] = lines[other], lines[i]
    return lines[: min(winners, len(lines))]


def contest(rng, about, size, winners):
    names = ["Ada", "Élodie", "さくら", "محمد", "O'Neil", "Ada"]
    words = ["", "a line", "two\nlines", "« à l'été »", "🎉"]
    entries, number = [], 0
    for _ in range(size):
        number += rng.choice([1, 1, 1, 2, 5])
        receipt = rng.randbytes(16).hex()
        entries.append({"number": number, "receipt": receipt, "name": rng.choice(names), "words": rng.choice(words)})
    seed = rng.randbytes(32).hex()
    lines = [line(entry) for entry in entries]
    return {
        "about": about,
        "entries": entries,
        "promised": winners,
        "proof": {
            "seed_hash": sha256(seed),
            "list_hash": sha256("\n".join(lines)),
            "list": lines,
            "seed": seed,
            "winners": draw(seed, lines, winners),
        },
    }


def wrong(about, finding, base, promised=None, **changes):
    proof = {**base["proof"], **changes}
    return {"about": about, "finding": finding, "promised": promised or base["promised"], "proof": proof}


def wrongs(base):
    proof = base["proof"]
    lines, winners = proof["list"], proof["winners"]
    loser = next(one for one in lines if one not in winners)
    other = sha256("another")
    return [
        wrong("before the draw", "not_drawn", base, seed="", winners=[]),
        wrong("a seed that is none", "malformed", base, seed="12"),
        wrong("capitals", "malformed", base, seed=proof["seed"].upper() if not proof["seed"].isdigit() else "A" * 64),
        wrong("no hash of the list", "malformed", base, list_hash=""),
        wrong("a line without mark", "malformed", base, list=["1"] + lines[1:]),
        wrong("a line twice", "malformed", base, list=[lines[0]] + lines),
        wrong("lines in another order", "malformed", base, list=lines[::-1]),
        wrong("another seed than the one promised", "wrong_seed", base, seed=other),
        wrong("a line left out", "wrong_list", base, list=lines[:-1]),
        wrong("a line changed", "wrong_list", base, list=[lines[0][:-1] + ("0" if lines[0][-1] != "0" else "1")] + lines[1:]),
        wrong("a winner too few", "wrong_number", base, winners=winners[:-1]),
        wrong("a winner too many", "wrong_number", base, winners=winners + [loser]),
        wrong("fewer than were promised", "wrong_number", base, promised=base["promised"] + 1),
        wrong("a winner from elsewhere", "foreign_winner", base, winners=winners[:-1] + ["999\t" + other]),
        wrong("somebody else", "wrong_winner", base, winners=winners[:-1] + [loser]),
        wrong("another order", "wrong_winner", base, winners=winners[::-1]),
        wrong("one winner twice", "wrong_winner", base, winners=[winners[0]] * len(winners)),
    ]


def main():
    rng = random.Random(6)
    draws = [
        contest(rng, "nobody entered", 0, 1),
        contest(rng, "one entry", 1, 1),
        contest(rng, "fewer entries than prizes", 3, 5),
        contest(rng, "one of two", 2, 1),
        contest(rng, "three of eleven", 11, 3),
        contest(rng, "more numbers than one hash has", 23, 10),
        contest(rng, "all of them", 12, 12),
    ]
    texts = ["", "abc", "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "é"]
    texts += ["a" * length for length in (55, 56, 57, 63, 64, 65, 119, 120, 127, 128, 1000)]
    document = {
        "about": "Worked out by draw.py. hashes: SHA-256 of texts (the second and third are examples of FIPS 180-4);"
        " draws: that are right; wrongs: what verify_draw says of them.",
        "hashes": [{"text": text, "hash": sha256(text)} for text in texts],
        "draws": draws,
        "wrongs": wrongs(draws[4]),
    }
    print(json.dumps(document, ensure_ascii=False, indent=1))


main()
