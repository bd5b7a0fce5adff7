/** A pattern of one of these words. */
const oneOf = (words: string): string => `(?:${words.trim().split(/\s+/).join('|')})`;

/** Words of a request. */
const PLEADS = oneOf(
  'mohon mhn mohonkan memohon tolong tlg tolg tlong harap hrp minta dimohon pls plis please agar supaya spy biar semoga',
);
/** Words that are a request only of what is one's own: "anggaran harus dirahasiakan" is none. */
const WANTS = oneOf('ingin mau pengen pingin bisa boleh bisakah harus wajib sebaiknya');
const ASKS = `(?:${PLEADS}|${WANTS})`;
/** What tells who somebody is, and the report itself. */
const OWN =
  oneOf(`identitas identitasnya indentitas identias nama namanya data datanya nomor nomer no nmr hp wa telepon telp kontak
  alamat email jati diri laporan laporannya lapor aduan pengaduan pengaduannya`);
const MINE = oneOf('saya sy sya aku kami gue gw pelapor pelapornya ini');
/** Both in one word. */
const OWN_OF_MINE = oneOf('namaku identitasku dataku nomorku laporanku pelapor pelapornya');
const FILLS = oneOf(
  'ya yah y dong pak bu ibu bapak min kak tetap tetep juga jg untuk utk semua benar sangat jadi sebagai dan keluarga',
);
const KEPT =
  oneOf(`rahasia dirahasiakan drahasiakan dirahasikan dirahasiakn dirahasiain dirahasiakanlah dirahasiakannya rahasiakan
  rahasiain merahasiakan disembunyikan sembunyikan disamarkan samarkan dianonimkan anonimkan anonim`);
/** "rahasia umum" is what everybody knows. */
const HIDDEN = String.raw`${KEPT}(?!\s+(?:umum|negara|dagang|bank|jabatan|perusahaan))`;
const HIDE = oneOf('rahasiakan rahasiain sembunyikan samarkan lindungi anonimkan merahasiakan');
const NEVER = oneOf('jangan jgn jngn jangn janganlah');
const NOT_WISHED = String.raw`(?:(?:tidak|tdk|gak|ga|nggak|tak|enggak)\s+(?:usah|perlu|ingin|mau|boleh|pengen))`;
const NOT = oneOf('tidak tdk tak gak ga nggak enggak');
const TOLD =
  oneOf(`disebut disebutkan dibocorkan bocor disebar disebarkan tersebar dipublikasikan dipublikasi dipublish diumumkan diketahui
  ketahuan ketauan diungkap terungkap diberitahukan diekspos dibuka`);
const REVEALED =
  oneOf(`sebut sebutkan disebut disebutkan bocor bocorkan dibocorkan membocorkan sebar sebarkan disebar disebarkan
  tampilkan ditampilkan tampil dipublikasikan publikasikan publikasi dipublikasi publish dipublish diposting ekspos diekspos
  diumumkan umumkan buka dibuka beri diberitahu diberitahukan beritahu beritahukan diketahui ketahuan ketauan dikasih kasih kasi
  diungkap ungkap tersebar terungkap muncul dimunculkan`);
const UNTIL = String.raw`(?:\s+(?:sampai|sampe|pernah|ada|yang|sekali))?`;

/** Not more of them than somebody writes in one wish. */
const between = String.raw`(?:\s+(?:${ASKS}|${OWN}|${MINE}|${FILLS})){0,6}`;
const mine = String.raw`(?:${OWN}(?:\s+${OWN}){0,2}\s+${MINE}|${OWN_OF_MINE})`;

/** The ways in which a clause asks that nobody learns who reports. */
const WISHES = [
  // "mohon identitas saya dirahasiakan", "tolong dirahasiakan"
  String.raw`${PLEADS}${between}\s+${HIDDEN}`,
  // "saya ingin dirahasiakan"
  String.raw`${MINE}\s+${WANTS}(?:\s+${FILLS})?\s+${HIDDEN}`,
  // "mohon kerahasiaan identitas saya", "tolong dijaga kerahasiaannya", "jaga kerahasiaan pelapor"
  String.raw`${PLEADS}(?:\s+(?:jaga|dijaga|menjaga|jamin|dijamin|${OWN}|${MINE}|${FILLS})){0,5}\s+kerahasiaan(?:nya)?`,
  String.raw`^\P{L}*(?:jaga|jagalah|jamin)\s+kerahasiaan(?:nya)?`,
  // "identitas saya dirahasiakan ya", "nama pelapor tolong disamarkan"
  String.raw`${mine}${between}\s+${HIDDEN}`,
  // "rahasiakan nama saya", "lindungi identitas pelapor"
  String.raw`${HIDE}\s+(?:${mine}|identitas|nama)`,
  // "jangan sebut nama saya", "jangan kasih tahu siapa pelapornya"
  String.raw`${NEVER}${UNTIL}\s+${REVEALED}(?:\s+(?:tahu|tau|siapa|ke|data|publik|umum)){0,3}\s+${mine}`,
  // "nama saya jangan disebut", "identitas saya tidak ingin diketahui"
  String.raw`${mine}${between}\s+(?:${NEVER}|${NOT_WISHED})${UNTIL}\s+${REVEALED}`,
  // "mohon nama saya tidak disebutkan", "agar identitas saya tidak diketahui"
  String.raw`${PLEADS}(?:\s+${FILLS}){0,2}\s+${mine}(?:\s+${FILLS}){0,2}\s+${NOT}\s+${TOLD}`,
  // "jangan sampai identitas saya bocor", "saya tidak mau nama saya disebut"
  String.raw`(?:${NEVER}|${NOT_WISHED})${UNTIL}\s+${mine}${UNTIL}\s+${REVEALED}`,
  // "jangan sampai saya ketahuan", "takut ketahuan"
  String.raw`(?:${NEVER}${UNTIL}(?:\s+${MINE})?|(?:^\P{L}*|${MINE}\s+(?:sangat\s+)?)takut)\s+(?:ketahuan|ketauan|diketahui)`,
  // "saya melapor secara rahasia", "lapor anonim"
  String.raw`(?:lapor|melapor|melaporkan|laporkan|mengadu|mengadukan|pelapor)${between}(?:\s+secara)?\s+(?:rahasia|anonim)`,
  // "tanpa menyebut nama saya"
  String.raw`tanpa\s+${REVEALED.replace('(?:', '(?:menyebut|menyebutkan|membuka|menampilkan|')}\s+${mine}`,
].map((wish) => new RegExp(String.raw`(?<![\p{L}\p{N}])${wish}(?![\p{L}\p{N}])`, 'iu'));

const CLAUSE = /[.,;:!?()\n\u2013\u2014]+/u;
/** "di rahasiakan": often written apart. */
const APART =
  /(?<![\p{L}\p{N}])di\s+(?=(?:rahasia|rahsia|sebut|sebar|bocor|tampil|publi|ketahui|samar|sembunyi|umumkan|ungkap|anonim|buka|beritahu|kasih|jaga|jamin|ekspos)\p{L}*)/giu;
/** Why something is hidden is asked about it. */
const ASKS_WHY = /^\P{L}*(?:kenapa|mengapa|knp|knapa|kok)(?!\p{L})/iu;
const isWish = (clause: string): boolean => {
  const text = clause.replace(APART, 'di');
  return !ASKS_WHY.test(text) && WISHES.some((wish) => wish.test(text));
};

/** Of a wish, and of no report. */
const VOCABULARY: ReadonlySet<string> = new Set(
  [ASKS, OWN, MINE, OWN_OF_MINE, FILLS, KEPT, HIDE, NEVER, NOT_WISHED, REVEALED]
    .join(' ')
    .match(/\p{L}{1,20}/gu)!
    .concat(
      'sampai sampe siapa tahu tau ke publik tanpa menyebut menyebutkan takut secara mengadu melapor di jaga dijaga menjaga jamin dijamin kerahasiaan kerahasiaannya'.split(
        ' ',
      ),
    ),
);
const saysNoMore = (clause: string): boolean =>
  (clause.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).every((word) => VOCABULARY.has(word));

/** A line that goes on in the next one: mail is broken anywhere. */
const BROKEN = /(?<!\n)\n(?!\n)/gu;

/**
 * Whether somebody asks, in words of their own, that nobody learns who they are: "mohon identitas saya dirahasiakan", "jangan sebut nama
 * saya". It is understood generously: what is kept confidential by mistake is read by fewer, and the answer says that it is.
 */
export const wishesConfidence = (text: string): boolean =>
  [...text.split(CLAUSE), ...text.replace(BROKEN, ' ').split(CLAUSE)].some(isWish);

/** What is left where clauses are taken out that say such a wish and nothing else. */
export const withoutWishes = (text: string): string =>
  text
    .split(CLAUSE)
    .filter((clause) => !(isWish(clause) && saysNoMore(clause)))
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '')
    .join(' ');
