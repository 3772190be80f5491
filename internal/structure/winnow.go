package structure

// The grams of which fingerprints are made have gramWords words, and of each
// window of so many grams one is kept: a passage of gramWords+window-1 words
// that stands twice is sure to leave the same fingerprint on both places
// (Schleimer, Wilkerson and Aiken 2003, Winnowing, property 1).
const (
	gramWords = 6
	window    = 8
	rollBase  = 0x9E3779B97F4A7C15
)

// A print is a fingerprint: the hash of the grams that begins at word at.
type print struct {
	hash uint64
	at   int
}

// fingerprints winnows the grams of words: of each window the smallest one, the
// last of equals.
func fingerprints(words []word) []print {
	if len(words) < gramWords {
		return nil
	}
	var top uint64 = 1 // rollBase to the power of gramWords-1
	for range gramWords - 1 {
		top *= rollBase
	}
	var roll uint64
	hashes := make([]uint64, 0, len(words))
	for i, w := range words {
		if i >= gramWords {
			roll -= words[i-gramWords].hash * top
		}
		roll = roll*rollBase + w.hash
		if i >= gramWords-1 {
			hashes = append(hashes, mix(roll))
		}
	}
	prints := make([]print, 0, len(hashes)/4+1)
	best := -1
	for i := range hashes {
		from := i - window + 1
		if best < from || best < 0 {
			best = max(from, 0)
			for k := best + 1; k <= i; k++ {
				if hashes[k] <= hashes[best] {
					best = k
				}
			}
		} else if hashes[i] <= hashes[best] {
			best = i
		}
		if full := i == len(hashes)-1 || from >= 0; full && (len(prints) == 0 || prints[len(prints)-1].at != best) {
			prints = append(prints, print{hashes[best], best})
		}
	}
	return prints
}

// mix spreads the bits of h, so that the smallest hash is no matter of chance
// words.
func mix(h uint64) uint64 {
	h ^= h >> 31
	h *= 0xBF58476D1CE4E5B9
	h ^= h >> 29
	h *= 0x94D049BB133111EB
	return h ^ h>>32
}
