const longest = 80;
/** "Halo pak." says nothing: below this the next sentence is taken along. */
const telling = 12;

/**
 * A title from the first sentence of a text: at most 80 letters, cut between clauses or words, without greeting and closing mark.
 * Empty for a text that has no words yet.
 */
export function proposeTitle(text: string): string {
  const body = text.replace(greeting, '').trim();
  const sentence = firstSentence(body).replace(/\s+/g, ' ').trim();
  const short = sentence.length <= longest ? sentence : cut(sentence);
  const clean = short.replace(/[\s,;:–-]+$/u, '');
  return clean.charAt(0).toUpperCase() + clean.slice(1);
}

function firstSentence(body: string): string {
  const end = /[.!?…](?=\s|$)|\n/g;
  for (let match = end.exec(body); match; match = end.exec(body)) {
    if (match.index >= telling && !abbreviation.test(body.slice(0, match.index)))
      return body.slice(0, match.index);
  }
  return body;
}

// "Jl. Raya", "No. 12", "Kel. Surau Gadang": most reports name a place early, and mostly so.
const abbreviation =
  /\b(?:jl|jln|gg|no|nmr|rt|rw|kel|kec|kab|prov|ds|dsn|blok|km|dr|drg|h|hj|sd|dll|dsb|dst)$/i;

// Letters to offices begin with greetings, which say nothing about the case.
const greeting =
  /^\s*(?:(?:assalamu['’]?alaikum|asalamualaikum)[^.,\n]*[.,\n]|(?:selamat|met) (?:pagi|siang|sore|malam)[^.,!\n]*[.,!\n]|(?:yth|kepada yth)[^,\n]*[,\n]|(?:halo|hai|permisi|mohon maaf)\b[^.,!\n]{0,20}[.,!\n])\s*/i;

/** At the end of a clause if one ends late enough, else between words. */
function cut(sentence: string): string {
  const piece = sentence.slice(0, longest + 1);
  const clause = Math.max(piece.lastIndexOf(', '), piece.lastIndexOf('; '), piece.lastIndexOf(' ('));
  if (clause > longest / 2) return piece.slice(0, clause);
  const space = piece.lastIndexOf(' ');
  return space > longest / 2 ? piece.slice(0, space) : sentence.slice(0, longest);
}
