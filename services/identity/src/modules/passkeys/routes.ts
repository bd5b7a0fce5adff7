import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import type { Routes } from '../../http/routes.ts';
import { removePasskey, renamePasskey } from './manage-passkeys.ts';
import { registerPasskey, registrationOptions } from './register-passkey.ts';
import { signInOptions, signInWithPasskey } from './sign-in-with-passkey.ts';

const base64url = z
  .string()
  .regex(/^[\w-]+$/)
  .max(8192);
const password = z.string().max(1024).optional();
const name = z.string().trim().min(1).max(60);
const id = z.uuid();
const extensions = z.record(z.string(), z.unknown()).default({});
const attachment = z.enum(['platform', 'cross-platform']).optional().catch(undefined);

const registration = z.object({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  authenticatorAttachment: attachment,
  clientExtensionResults: extensions,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z
      .array(z.string().regex(/^[\w-]{1,20}$/))
      .max(8)
      .optional(),
  }),
});

const assertion = z.object({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  authenticatorAttachment: attachment,
  clientExtensionResults: extensions,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.nullish().transform((handle) => handle ?? undefined),
  }),
});

export function passkeyRoutes(routes: Routes, deps: Deps): void {
  routes.signedIn(
    { method: 'POST', path: '/passkeys/registration-options', body: z.object({ password }), perMinute: 20 },
    ({ session, body }) => registrationOptions(deps, session, body.password),
  );
  routes.signedIn(
    { method: 'POST', path: '/passkeys', body: z.object({ name, response: registration }), perMinute: 20 },
    ({ session, body }) => registerPasskey(deps, session, body),
  );
  routes.open({ method: 'POST', path: '/passkeys/sign-in-options', perMinute: 60 }, () =>
    signInOptions(deps),
  );
  routes.open(
    { method: 'POST', path: '/passkeys/sign-in', body: z.object({ response: assertion }), perMinute: 30 },
    ({ body, cookie, userAgent }) => signInWithPasskey(deps, body.response, { cookie, userAgent }),
  );
  routes.complete(
    { method: 'PUT', path: '/passkeys/:id', body: z.object({ id, name }), perMinute: 30 },
    ({ session, body }) => renamePasskey(deps, session, body),
  );
  routes.complete(
    { method: 'DELETE', path: '/passkeys/:id', body: z.object({ id, password }), perMinute: 20 },
    ({ session, body }) => removePasskey(deps, session, body),
  );
}
