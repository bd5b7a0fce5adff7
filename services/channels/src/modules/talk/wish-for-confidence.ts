/** A pattern of one of these words. */
const oneOf = (words: string): string => `(?:${words.trim().split(/\s+/).join('|')})`;

const ASKS =
  oneOf(`mohon mhn mohonkan tolong tlg tolg tlong harap hrp minta dimohon diminta pls plis please agar supaya spy biar
  ingin mau pengen pingin bisa boleh bisakah harus wajib sebaiknya semoga`);
/** What tells who somebody is, and the report itself. */
const OWN =
  oneOf(`identitas identitasnya indentitas identias nama namanya data datanya nomor nomer no nmr hp wa telepon telp kontak
  alamat email jati diri laporan laporannya lapor aduan pengaduan pengaduannya`);
const MINE = oneOf('saya sy sya aku kami gue gw pelapor pelapornya ini');
/** Both in one word. */
const OWN_OF_MINE = oneOf('namaku identitasku dataku nomorku laporanku pelapor pelapornya');
const FILLS = oneOf(
  'ya yah y dong pak bu ibu bapak min kak tetap tetep juga jg untuk utk semua benar sangat jadi sebagai dan',
);
const HIDDEN =
  oneOf(`rahasia dirahasiakan drahasiakan dirahasikan dirahasiakn dirahasiain dirahasiakanlah dirahasiakannya rahasiakan
  rahasiain merahasiakan disembunyikan sembunyikan disamarkan samarkan dianonimkan anonimkan anonim`);
const HIDE = oneOf('rahasiakan rahasiain sembunyikan samarkan lindungi anonimkan merahasiakan');
const NEVER = oneOf('jangan jgn jngn jangn janganlah');
const NOT_WISHED = String.raw`(?:(?:tidak|tdk|gak|ga|nggak|tak|enggak)\s+(?:usah|perlu|ingin|mau|boleh|pengen))`;
const REVEALED =
  oneOf(`sebut sebutkan disebut disebutkan bocor bocorkan dibocorkan membocorkan sebar sebarkan disebar disebarkan
  tampilkan ditampilkan tampil dipublikasikan publikasikan publikasi dipublikasi diumumkan umumkan buka dibuka diberitahu
  diberitahukan beritahu beritahukan diketahui ketahuan ketauan dikasih kasih kasi diungkap ungkap tersebar terungkap muncul dimunculkan`);
const UNTIL = String.raw`(?:\s+(?:sampai|sampe|pernah|ada|yang|sekali))?`;

/** Not more of them than somebody writes in one wish. */
const between = String.raw`(?:\s+(?:${ASKS}|${OWN}|${MINE}|${FILLS})){0,6}`;
const mine = String.raw`(?:${OWN}(?:\s+${OWN}){0,2}\s+${MINE}|${OWN_OF_MINE})`;

/** The ways in which a clause asks that nobody learns who reports. */
const WISHES = [
  // "mohon identitas saya dirahasiakan", "tolong dirahasiakan"
  String.raw`${ASKS}${between}\s+${HIDDEN}`,
  // "identitas saya dirahasiakan ya", "nama pelapor tolong disamarkan"
  String.raw`${mine}${between}\s+${HIDDEN}`,
  // "rahasiakan nama saya", "lindungi identitas pelapor"
  String.raw`${HIDE}\s+(?:${mine}|identitas|nama)`,
  // "jangan sebut nama saya", "jangan kasih tahu siapa pelapornya"
  String.raw`${NEVER}${UNTIL}\s+${REVEALED}(?:\s+(?:tahu|tau|siapa|ke|data|publik|umum)){0,3}\s+${mine}`,
  // "nama saya jangan disebut", "identitas saya tidak ingin diketahui"
  String.raw`${mine}${between}\s+(?:${NEVER}|${NOT_WISHED})${UNTIL}\s+${REVEALED}`,
  // "jangan sampai identitas saya bocor", "saya tidak mau nama saya disebut"
  String.raw`(?:${NEVER}|${NOT_WISHED})${UNTIL}\s+${mine}${UNTIL}\s+${REVEALED}`,
  // "jangan sampai saya ketahuan", "takut ketahuan"
  String.raw`(?:${NEVER}|takut)${UNTIL}(?:\s+${MINE})?\s+(?:ketahuan|ketauan|diketahui)`,
  // "saya melapor secara rahasia", "lapor anonim"
  String.raw`(?:lapor|melapor|melaporkan|laporkan|mengadu|mengadukan|pelapor)${between}(?:\s+secara)?\s+(?:rahasia|anonim)`,
  // "tanpa menyebut nama saya"
  String.raw`tanpa\s+${REVEALED.replace('(?:', '(?:menyebut|menyebutkan|membuka|menampilkan|')}\s+${mine}`,
].map((wish) => new RegExp(String.raw`(?<![\p{L}\p{N}])${wish}(?![\p{L}\p{N}])`, 'iu'));

const CLAUSE = /[.,;:!?()\n\u2013\u2014]+/u;
const isWish = (clause: string): boolean => WISHES.some((wish) => wish.test(clause));

/** Of a wish, and of no report. */
const VOCABULARY: ReadonlySet<string> = new Set(
  [ASKS, OWN, MINE, OWN_OF_MINE, FILLS, HIDDEN, HIDE, NEVER, NOT_WISHED, REVEALED]
    .join(' ')
    .match(/\p{L}{1,20}/gu)!
    .concat(
      'sampai sampe siapa tahu tau ke publik umum tanpa menyebut menyebutkan takut secara mengadu melapor'.split(
        ' ',
      ),
    ),
);
const saysNoMore = (clause: string): boolean =>
  (clause.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).every((word) => VOCABULARY.has(word));

/**
 * Whether somebody asks, in words of their own, that nobody learns who they are: "mohon identitas saya dirahasiakan", "jangan sebut nama
 * saya". It is understood generously: what is kept confidential by mistake harms nobody, and the answer says that it is.
 */
export const wishesConfidence = (text: string): boolean => text.split(CLAUSE).some(isWish);

/** What is left where clauses are taken out that say such a wish and nothing else. */
export const withoutWishes = (text: string): string =>
  text
    .split(CLAUSE)
    .filter((clause) => !(isWish(clause) && saysNoMore(clause)))
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '')
    .join(' ');
