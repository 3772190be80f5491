"""Prints the given names and surnames of Faker's locales that are written, or
can be romanised, in Latin letters: one "name TAB g or s" a line, sorted."""

import glob
import importlib
import os
import re
import sys
import unicodedata

CYRILLIC = dict(zip(
    "абвгдезийклмнопрстуфхыэіїєґўё",
    ["a", "b", "v", "g", "d", "e", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t",
     "u", "f", "kh", "y", "e", "i", "yi", "ye", "g", "u", "yo"]))
CYRILLIC.update({"ж": "zh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "yu", "я": "ya"})
GREEK = {"ου": "ou", "αυ": "av", "ευ": "ev", "γγ": "ng", "γκ": "gk", "μπ": "b", "ντ": "nt", "θ": "th", "χ": "ch", "ψ": "ps",
         "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "ι": "i", "κ": "k", "λ": "l", "μ": "m",
         "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "y", "φ": "f", "ω": "o"}


def latin(name):
    low = name.lower()
    if re.search("[а-яёіїєґў]", low):
        low = "".join(CYRILLIC.get(c, c) for c in low)
    elif re.search("[α-ω]", low):
        low = "".join(c for c in unicodedata.normalize("NFD", low) if unicodedata.category(c) != "Mn")
        for greek in sorted(GREEK, key=len, reverse=True):
            low = low.replace(greek, GREEK[greek])
    else:
        return name
    return low[:1].upper() + low[1:]


def main(sources):
    sys.path.insert(0, sources)
    kinds = {}
    for path in sorted(glob.glob(os.path.join(sources, "faker/providers/person/*/__init__.py"))):
        locale = os.path.basename(os.path.dirname(path))
        provider = importlib.import_module("faker.providers.person." + locale).Provider
        for field in dir(provider):
            if not re.search("name", field) or re.search("format|pair", field):
                continue
            kind = "s" if re.search("last|surname|family|romanized_name", field) else "g"
            values = getattr(provider, field)
            if not isinstance(values, (dict, list, tuple, set)):
                continue
            for value in values:
                value = value[-1] if isinstance(value, tuple) else value
                if not isinstance(value, str):
                    continue
                value = latin(value).strip()
                if re.fullmatch(r"[A-Za-zÀ-žƀ-ɏḀ-ỿ'’-]{2,20}", value) and not value.isupper() and not value.islower():
                    kinds.setdefault(value, set()).add(kind)
    for name in sorted(kinds):
        print(name + "\t" + "".join(sorted(kinds[name])))


main(sys.argv[1])
