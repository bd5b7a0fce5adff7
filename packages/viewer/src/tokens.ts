import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { type DoorPass, type HandOverGrant, KEY_SCOPES, POST_ROLES, type Viewer } from './viewer.ts';

const handOverGrant = z.object({
  handOverId: z.string(),
  reportId: z.string(),
  organisationId: z.string(),
});

const doorPass = z.object({
  channel: z.string().regex(/^[A-Z]{1,20}$/),
  sender: z.string().regex(/^[0-9a-f]{32,64}$/),
});

const viewerClaims = z.object({
  kind: z.enum(['public', 'citizen', 'officer', 'service']),
  accountId: z.string().optional(),
  posts: z.array(z.object({ role: z.enum(POST_ROLES), organisationId: z.string() })),
  reportGrants: z.array(z.string()),
  handOverGrants: z.array(handOverGrant).optional(),
  workOrderGrants: z.array(z.string()).optional(),
  apiKey: z.object({ id: z.string(), scopes: z.array(z.enum(KEY_SCOPES)) }).optional(),
  channel: z.string().optional(),
  isAtDoor: z.boolean().optional(),
  source: z.string().optional(),
});

/** Signed statements between the services (JWT, HS256 under the platform's service secret), each for one audience. */
export interface Tokens {
  /** The viewer of a request, valid five minutes. */
  signViewer(viewer: Viewer): Promise<string>;
  /** `null` when the token is not ours, altered or expired. */
  verifyViewer(token: string): Promise<Viewer | null>;
  /** Right to read and act on one report as its reporter, given for a correct access code. */
  signReportGrant(reportId: string, expiresAt: Date): Promise<string>;
  /** The report id, or `null`. */
  verifyReportGrant(token: string): Promise<string | null>;
  /** Right to answer one report for an organisation, given for a correct hand-over link. */
  signHandOverGrant(grant: HandOverGrant, expiresAt: Date): Promise<string>;
  /** The grant, or `null`. */
  verifyHandOverGrant(token: string): Promise<HandOverGrant | null>;
  /** Right to see one work order and to bring evidence, given for its link. */
  signWorkOrderGrant(workOrderId: string, expiresAt: Date): Promise<string>;
  /** The work order's id, or `null`. */
  verifyWorkOrderGrant(token: string): Promise<string | null>;
  /** Lets a door ask the gateway for one of its senders, valid one minute. */
  signDoorPass(pass: DoorPass): Promise<string>;
  /** The pass, or `null`. */
  verifyDoorPass(token: string): Promise<DoorPass | null>;
  /** Shows a service to another, valid one minute. */
  signService(name: string): Promise<string>;
  /** The calling service's name, or `null`. */
  verifyService(token: string): Promise<string | null>;
}

/** Builds the signer and verifier; `secret` has at least 32 characters and is the same for all services. */
export function createTokens(secret: string): Tokens {
  const key = new TextEncoder().encode(secret);
  const sign = (audience: string, claims: Record<string, unknown>, expires: string | Date) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256' })
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(expires)
      .sign(key);
  const verify = async (audience: string, token: string) => {
    try {
      return (await jwtVerify(token, key, { audience, algorithms: ['HS256'] })).payload;
    } catch {
      return null;
    }
  };
  return {
    signViewer: (viewer) => sign('viewer', { viewer }, '5m'),
    async verifyViewer(token) {
      const payload = await verify('viewer', token);
      const parsed = viewerClaims.safeParse(payload?.viewer);
      return parsed.success ? parsed.data : null;
    },
    signReportGrant: (reportId, expiresAt) => sign('report-grant', { reportId }, expiresAt),
    async verifyReportGrant(token) {
      const payload = await verify('report-grant', token);
      return typeof payload?.reportId === 'string' ? payload.reportId : null;
    },
    signHandOverGrant: (grant, expiresAt) => sign('hand-over-grant', { grant }, expiresAt),
    async verifyHandOverGrant(token) {
      const payload = await verify('hand-over-grant', token);
      const parsed = handOverGrant.safeParse(payload?.grant);
      return parsed.success ? parsed.data : null;
    },
    signWorkOrderGrant: (workOrderId, expiresAt) => sign('work-order-grant', { workOrderId }, expiresAt),
    async verifyWorkOrderGrant(token) {
      const payload = await verify('work-order-grant', token);
      return typeof payload?.workOrderId === 'string' ? payload.workOrderId : null;
    },
    signDoorPass: (pass) => sign('door', { pass }, '1m'),
    async verifyDoorPass(token) {
      const payload = await verify('door', token);
      const parsed = doorPass.safeParse(payload?.pass);
      return parsed.success ? parsed.data : null;
    },
    signService: (name) => sign('service', { name }, '1m'),
    async verifyService(token) {
      const payload = await verify('service', token);
      return typeof payload?.name === 'string' ? payload.name : null;
    },
  };
}
