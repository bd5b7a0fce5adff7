/** How an operator is reached, and how it writes. */
export interface SmppAddress {
  /** Recorded with each delivery; never the password. */
  name: string;
  host: string;
  port: number;
  tls: boolean;
  systemId: string;
  password: string;
  systemType: string;
  /** Connections side by side. */
  binds: number;
  /** Messages under way on each. */
  window: number;
  /** Our number. */
  source: string;
  sourceTon: number;
  sourceNpi: number;
  /** What the operator's default alphabet (data_coding 0) is. */
  alphabet: 'gsm' | 'latin1';
  /** How receipts write the name that an answer wrote: the same way, or in decimal (hexadecimal) what stood there in the other base. */
  receipts: 'same' | 'decimal' | 'hex';
}

const MOST_BINDS = 8;
const MOST_WINDOW = 100;

const within = (text: string | null, fallback: number, most: number): number =>
  text !== null && /^\d{1,3}$/.test(text) ? Math.min(Math.max(Number(text), 1), most) : fallback;
const octet = (text: string | null): number =>
  text !== null && /^\d{1,3}$/.test(text) ? Math.min(Number(text), 255) : 0;

/** Reads `smpp://system:password@host:2775?source=1708&binds=2&window=10&type=&source-ton=0&source-npi=0&alphabet=gsm&receipts=same`. */
export function readSmppUrl(text: string): SmppAddress {
  const url = new URL(text);
  const tls = url.protocol === 'smpps:';
  const port = Number(url.port) || (tls ? 3550 : 2775);
  const systemId = decodeURIComponent(url.username);
  const ask = (name: string) => url.searchParams.get(name);
  const receipts = ask('receipts');
  return {
    name: `SMPP ${systemId}@${url.hostname}:${port}`.slice(0, 100),
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port,
    tls,
    systemId,
    password: decodeURIComponent(url.password),
    systemType: ask('type') ?? '',
    binds: within(ask('binds'), 2, MOST_BINDS),
    window: within(ask('window'), 10, MOST_WINDOW),
    source: ask('source') ?? '1708',
    sourceTon: octet(ask('source-ton')),
    sourceNpi: octet(ask('source-npi')),
    alphabet: ask('alphabet') === 'latin1' ? 'latin1' : 'gsm',
    receipts: receipts === 'decimal' || receipts === 'hex' ? receipts : 'same',
  };
}
