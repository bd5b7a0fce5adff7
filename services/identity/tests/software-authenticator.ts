import { createHash, createSign, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

const FLAG = { userPresent: 0x01, userVerified: 0x04, attestedData: 0x40 } as const;
const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest();

/** What a test bends; everything else is as a browser and its authenticator do it. */
export interface Bend {
  origin?: string;
  rpId?: string;
  challenge?: string;
  type?: string;
  isUserVerified?: boolean;
  isUserPresent?: boolean;
  /** Signs with another key than the one that was enrolled. */
  signsWith?: KeyObject;
  userHandle?: string;
  /** Claims another credential. */
  credentialId?: string;
  counter?: number;
}

/** The few kinds of CBOR (RFC 8949) that an attestation needs. */
function cbor(value: unknown): Buffer {
  const head = (major: number, count: number): Buffer => {
    if (count < 24) return Buffer.from([(major << 5) | count]);
    if (count < 256) return Buffer.from([(major << 5) | 24, count]);
    return Buffer.from([(major << 5) | 25, count >> 8, count & 0xff]);
  };
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  if (typeof value === 'string')
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (value instanceof Map) {
    const entries = [...value].flatMap(([key, held]) => [cbor(key), cbor(held)]);
    return Buffer.concat([head(5, value.size), ...entries]);
  }
  throw new Error('Not needed here');
}

interface CreationOptions {
  challenge: string;
  rp: { id: string };
  user: { id: string };
}
interface RequestOptions {
  challenge: string;
  rpId: string;
}

/** An authenticator in software (ES256, attestation "none"), with the browser before it. */
export class SoftwareAuthenticator {
  readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly credentialId = randomBytes(32);
  userHandle = '';
  /** Grows with each use; 0 and staying there: an authenticator without a counter. */
  counter = 0;

  constructor(
    private readonly origin: string,
    private readonly hasCounter = true,
  ) {}

  private clientData(type: string, challenge: string, bend: Bend): Buffer {
    return Buffer.from(
      JSON.stringify({
        type: bend.type ?? type,
        challenge: bend.challenge ?? challenge,
        origin: bend.origin ?? this.origin,
        crossOrigin: false,
      }),
    );
  }

  private authenticatorData(rpId: string, bend: Bend, attested?: Buffer): Buffer {
    const flags =
      ((bend.isUserPresent ?? true) ? FLAG.userPresent : 0) |
      ((bend.isUserVerified ?? true) ? FLAG.userVerified : 0) |
      (attested ? FLAG.attestedData : 0);
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(bend.counter ?? this.counter);
    return Buffer.concat([
      sha256(bend.rpId ?? rpId),
      Buffer.from([flags]),
      counter,
      ...(attested ? [attested] : []),
    ]);
  }

  /** Answers `navigator.credentials.create`. */
  create({ challenge, rp, user }: CreationOptions, bend: Bend = {}) {
    this.userHandle = user.id;
    const { x, y } = this.keys.publicKey.export({ format: 'jwk' }) as { x: string; y: string };
    const coseKey = cbor(
      new Map<number, unknown>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ]),
    );
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.credentialId.length);
    const attested = Buffer.concat([Buffer.alloc(16), length, this.credentialId, coseKey]);
    const attestationObject = cbor(
      new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', this.authenticatorData(rp.id, bend, attested)],
      ]),
    );
    const id = this.credentialId.toString('base64url');
    return {
      id,
      rawId: id,
      type: 'public-key',
      authenticatorAttachment: 'platform',
      clientExtensionResults: {},
      response: {
        clientDataJSON: this.clientData('webauthn.create', challenge, bend).toString('base64url'),
        attestationObject: attestationObject.toString('base64url'),
        transports: ['internal'],
      },
    };
  }

  /** Answers `navigator.credentials.get`. */
  get({ challenge, rpId }: RequestOptions, bend: Bend = {}) {
    if (this.hasCounter) this.counter += 1;
    const clientData = this.clientData('webauthn.get', challenge, bend);
    const authenticatorData = this.authenticatorData(rpId, bend);
    const signed = Buffer.concat([authenticatorData, sha256(clientData)]);
    const key = bend.signsWith ?? this.keys.privateKey;
    const signature =
      key.asymmetricKeyType === 'ec'
        ? createSign('sha256').update(signed).sign(key)
        : sign(null, signed, key);
    const id = bend.credentialId ?? this.credentialId.toString('base64url');
    return {
      id,
      rawId: id,
      type: 'public-key',
      authenticatorAttachment: 'platform',
      clientExtensionResults: {},
      response: {
        clientDataJSON: clientData.toString('base64url'),
        authenticatorData: authenticatorData.toString('base64url'),
        signature: signature.toString('base64url'),
        userHandle: bend.userHandle ?? this.userHandle,
      },
    };
  }
}
