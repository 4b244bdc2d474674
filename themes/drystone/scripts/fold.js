// Text as it is compared: without case, accents and ligatures. Some letters are also written as two, ü as ue: such a
// text has two forms, and one that matches is enough.

const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ς: "σ", "’": "'", "‘": "'" };
const LETTER = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");
const PAIRS = { ä: "ae", ö: "oe", ü: "ue", ø: "oe", å: "aa" };
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu;

function fold(text, paired = false) {
  let folded = text.toLowerCase().normalize("NFC");
  if (paired) folded = folded.replace(/[äöüøå]/g, (letter) => PAIRS[letter]);
  folded = folded.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  return folded.replace(LETTER, (letter) => LETTERS[letter]);
}

function forms(text) {
  const plain = fold(text), paired = fold(text, true);
  return plain === paired ? [plain] : [plain, paired];
}

// The folded text, and for each of its places the letter of `text` that it comes from: where it begins and ends.
function foldWithPlaces(text, paired) {
  let folded = "";
  const places = [];
  for (const { 0: letter, index } of text.matchAll(CLUSTER)) {
    const part = fold(letter, paired);
    for (let at = 0; at < part.length; at++) places.push([index, index + letter.length]);
    folded += part;
  }
  return [folded, places];
}
