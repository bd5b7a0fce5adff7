import { mayDeclareReadiness } from './organisation-authority.ts';
import { holds, isKey, isNationalDesk, type Person } from './people.ts';
import { pathOf, type Place } from './places.ts';
import { isParty, reads, readsDocuments } from './report-authority.ts';
import { QUERIES } from './queries.ts';
import type { ReportFacts, ReportName } from './reports.ts';
import { onAnything, onPlace, onReport, type Rule } from './verdicts.ts';

/**
 * What an outsider can tell of an answer over HTTP. GIVEN: it was done or given. REFUSED: let in, but not with what was sent. NOTHING looks the same
 * for what is not there and what is not allowed. FORBIDDEN: known, and not for this one. TURNED_AWAY: nobody, or a credential that is worth
 * nothing.
 */
export type RouteVerdict = 'GIVEN' | 'REFUSED' | 'NOTHING' | 'FORBIDDEN' | 'TURNED_AWAY';
/** Each way in which a route is tried, with who gets what. */
type RouteRules = Readonly<Record<string, Rule<RouteVerdict>>>;

/*
 * Written from domain.md (People), docs/open311.md, docs/integration.md and the decisions 0054 to 0060, not from the code. Silent means
 * no. `TURNED_AWAY` of a key that is no good is not said here: it holds wherever it is asked who somebody is.
 */

const always = (verdict: RouteVerdict): Rule<RouteVerdict> => onAnything(() => verdict);
const everybody = always('GIVEN');
const nobody = always('NOTHING');
/** Found by those alone. */
const given = (may: (viewer: Person) => boolean): Rule<RouteVerdict> =>
  onAnything((viewer) => (may(viewer) ? 'GIVEN' : 'NOTHING'));
/** As in the graph. */
const asInTheGraph = (field: string): Rule<RouteVerdict> => {
  const { judge, ...about } = QUERIES[field]!;
  return { ...about, judge: (...asked) => (judge(...asked) ? 'GIVEN' : 'NOTHING') };
};
/** The same, and never by key. */
const inPerson = ({ judge, ...about }: Rule<RouteVerdict>): Rule<RouteVerdict> => ({
  ...about,
  judge: (viewer, ...asked) => (isKey(viewer) ? 'NOTHING' : judge(viewer, ...asked)),
});
const ofReport = (
  may: (viewer: Person, report: ReportFacts) => boolean,
  only?: readonly ReportName[],
): Rule<RouteVerdict> => onReport((viewer, report) => (may(viewer, report) ? 'GIVEN' : 'NOTHING'), only);
/** A document is written for each: some of every kind. */
const WITH_RECEIPTS: readonly ReportName[] = [
  'waiting',
  'with the unit',
  'held back, with the unit',
  'anonymous and confidential, with the unit',
  'confidential, handed over',
  'of another agency',
  'filed without account',
];

const PLACES = ['city', 'unit', 'other city', 'ministry'] as const satisfies readonly Place[];

/** Signed in as far as that account can be; a key is no session. */
const hasSession = (viewer: Person): boolean => ['citizen', 'officer', 'enrolling'].includes(viewer.is);
const hasWholeSession = (viewer: Person): boolean => hasSession(viewer) && viewer.is !== 'enrolling';
/** Known well enough to hold uploads; a door has none of its own. */
const holdsUploads = (viewer: Person): boolean =>
  hasSession(viewer) ||
  isKey(viewer) ||
  viewer.reporter === 'code' ||
  viewer.handOver !== null ||
  viewer.workOrder === true;
const mayOnlyRead = (viewer: Person): boolean => isKey(viewer) && !viewer.scopes.includes('graph:write');
const uploads = onAnything((viewer) =>
  !holdsUploads(viewer) ? 'TURNED_AWAY' : mayOnlyRead(viewer) ? 'FORBIDDEN' : 'GIVEN',
);

/** "The routes are for operators of the national desk in person; for everybody else, keys too, there is nothing there." (0060) */
const desk = given(isNationalDesk);
const deskWithFaults = onAnything((viewer) => (isNationalDesk(viewer) ? 'REFUSED' : 'NOTHING'));

/** "The national desk all, an agency admin the own subtree, a key with both scopes its own organisation. Everybody else gets 404." (0058) */
const managesWebhooks = (viewer: Person, place: Place): boolean =>
  isNationalDesk(viewer) ||
  holds(viewer, 'AGENCY_ADMIN', (above) => pathOf(place).includes(above)) ||
  (isKey(viewer) &&
    viewer.scopes.includes('reports:read') &&
    viewer.scopes.includes('graph:write') &&
    viewer.posts.some(({ at }) => at === place));
const webhook = onPlace((viewer, place) => (managesWebhooks(viewer, place) ? 'GIVEN' : 'NOTHING'), PLACES);

/** Who knocks is told by the signature alone: whoever is signed in besides gains nothing and loses nothing. */
const callback: RouteRules = { 'without signature': always('TURNED_AWAY'), signed: always('REFUSED') };

/** Every route but those of accounts, by its methods and address as the server has it. */
export const ROUTES: Readonly<Record<string, RouteRules>> = {
  // ---- the gateway
  'GET /health/live': { asked: everybody },
  'GET /health/ready': { asked: everybody },
  'GET /health/parts': { asked: everybody },
  'GET /operations/health': { asked: given(isNationalDesk) },
  // The graph has tables of its own; this is the way to it.
  'POST /graphql': { asked: everybody },
  'GET,HEAD,PUT,PATCH,DELETE,OPTIONS /graphql': { asked: nobody },
  'POST /graphql/files': {
    'with nothing of use': onAnything((viewer) =>
      viewer.is === 'officer' && viewer.posts.length > 0 ? 'REFUSED' : 'FORBIDDEN',
    ),
  },
  // In person: a key asks the graph itself.
  'GET /analis': { asked: everybody },
  'GET /analis/': { asked: given((viewer) => holds(viewer, 'ANALYST')) },
  'GET /analis/:file': { asked: given((viewer) => holds(viewer, 'ANALYST')) },

  // ---- reports
  'GET /live': {
    // "Of a report those are told who read it before it is published", in person.
    'of a report': onReport((viewer, report) =>
      !hasSession(viewer) && !isKey(viewer) && viewer.reporter !== 'code'
        ? 'TURNED_AWAY'
        : !isKey(viewer) && isParty(viewer, report)
          ? 'GIVEN'
          : 'NOTHING',
    ),
  },
  'POST,OPTIONS /files': {
    'of somebody known': uploads,
    // A device that files without an account.
    'with a key of a report to be filed': onAnything((viewer) =>
      mayOnlyRead(viewer) ? 'FORBIDDEN' : 'GIVEN',
    ),
  },
  // Somebody else's upload is not there.
  'HEAD,PATCH,DELETE /files/:id': {
    'of another': onAnything((viewer) =>
      !holdsUploads(viewer) ? 'TURNED_AWAY' : mayOnlyRead(viewer) ? 'FORBIDDEN' : 'NOTHING',
    ),
  },
  'GET /files/:id': { 'a photo': ofReport(reads), 'a document': ofReport(readsDocuments) },
  'GET /files/:id/thumbnail': { 'a photo': ofReport(reads) },
  'GET /notifications/unsubscribe/:token': { asked: everybody },
  'POST /notifications/unsubscribe/:token': { asked: everybody },
  'GET /notifications/unfollow/:token': { asked: everybody },
  'POST /notifications/unfollow/:token': { asked: everybody },
  'POST /exports/reports.csv': {
    'the desk': asInTheGraph('verificationQueueCount'),
    // A list taken away is a person's: "as on the screen", and a system pages through the graph.
    'an inbox': inPerson(asInTheGraph('inboxCounters')),
  },
  // "Checked without us": public keys.
  'GET /.well-known/lapor-receipt-keys.json': { asked: everybody },
  'GET /tanda-terima/:reportId': { asked: ofReport(reads, WITH_RECEIPTS) },
  // "Of a confidential report no receipt of its answers"; none of what says nothing to everybody.
  'GET /tanda-terima/:reportId/:entryId': {
    'an answer': onReport((viewer, report) =>
      reads(viewer, report) && !report.isConfidential ? 'GIVEN' : 'NOTHING',
    ),
    'words that are not for everybody': nobody,
    'no answer': nobody,
  },

  // ---- organisations
  'POST,OPTIONS /files/evidence/:organisationId': {
    asked: onPlace((viewer, place) => (mayDeclareReadiness(viewer, place) ? 'GIVEN' : 'NOTHING')),
  },
  'HEAD,PATCH,DELETE /files/evidence/:organisationId/:id': { 'of another': nobody },
  // The address has to be signed; who gets one is tried in services/organisations/tests.
  'GET /files/evidence/:id': { 'without signature': nobody },

  // ---- sla
  // No letter was written in the matrix: who reads which is tried in services/sla/tests/letters.test.ts.
  'GET /surat/:file': { 'of no letter': nobody },
  'GET /figures/:table': { asked: everybody },

  // ---- channels: the local mailbox, which production has not
  'GET /mailbox': { asked: everybody },
  'GET /mailbox/messages': { asked: everybody },
  // ---- channels: providers
  'POST /channels/sms': callback,
  'POST /channels/sms/receipts': callback,
  'POST /channels/telegram': callback,
  'POST /channels/whatsapp': callback,
  'GET /channels/whatsapp': { 'with another token': always('FORBIDDEN'), 'with the token': everybody },
  'POST /channels/x': callback,
  // The challenge proves that we hold the secret, to whoever asks.
  'GET /channels/x': { asked: everybody },
  // ---- channels: the desk of what doors leave to a person
  'GET /channels/desk/counts': { asked: desk },
  'GET /channels/desk/messages': { asked: desk },
  'GET /channels/desk/messages/:id': { asked: desk },
  'POST /channels/desk/messages/:id/lease': { asked: desk },
  'POST /channels/desk/messages/:id/give-back': { asked: desk },
  'POST /channels/desk/messages/:id/reveal': { 'without a reason': deskWithFaults },
  'POST /channels/desk/messages/:id/answer': { 'without words': deskWithFaults },
  'POST /channels/desk/messages/:id/file': { 'without words': deskWithFaults },
  'POST /channels/desk/messages/:id/attach': { 'without words': deskWithFaults },
  'POST /channels/desk/messages/:id/close': { 'without a reason': deskWithFaults },
  'POST /channels/desk/measure': { asked: desk },
  'GET /channels/desk/state': { asked: desk },
  'GET /channels/desk/undelivered': { asked: desk },
  'POST /channels/desk/providers/rest': { 'without a name': deskWithFaults },
  'POST /channels/desk/providers/back': { 'without a name': deskWithFaults },
  'POST /channels/desk/providers/order': { 'without names': deskWithFaults },
  'POST /channels/desk/providers/price': { 'without a price': deskWithFaults },
  'GET /channels/desk/templates': { asked: desk },
  'GET /channels/desk/templates/:name': { asked: desk },
  'GET /channels/desk/templates/:name/versions': { asked: desk },
  'POST /channels/desk/templates/:name/preview': { 'without words': deskWithFaults },
  'POST /channels/desk/templates/:name/wording': { 'without words': deskWithFaults },
  'POST /channels/desk/templates/:name/built-in': { 'without a reason': deskWithFaults },
  'GET /channels/desk/actions': { asked: desk },
  // ---- channels: webhooks
  'GET /channels/webhooks': { 'of a place': webhook },
  'POST /channels/webhooks': {
    'for a place': webhook,
    // The national one hears of every published report.
    'for the nation': desk,
  },
  'GET /channels/webhooks/:id': { asked: webhook, 'the national one': desk },
  'PATCH /channels/webhooks/:id': { asked: webhook, 'the national one': desk },
  'DELETE /channels/webhooks/:id': { asked: webhook, 'the national one': desk },
  'POST /channels/webhooks/:id/rotate': { asked: webhook, 'the national one': desk },
  'POST /channels/webhooks/:id/test': { asked: webhook, 'the national one': desk },
  'GET /channels/webhooks/:id/messages': { asked: webhook, 'the national one': desk },
  'POST /channels/webhooks/messages/:id/replay': { asked: webhook },
  // ---- channels: Open311
  // "It gives what everybody may read, whoever's key stands in the address." (0057)
  'GET /open311/v2/*': {
    discovery: everybody,
    'a request': onReport(
      (_viewer, report) => (report.isPublished ? 'GIVEN' : 'NOTHING'),
      ['with the unit', 'confidential, with the unit', 'held back, with the unit', 'of another agency'],
    ),
  },
  // "With the filer's own API key"; "401 for a key that is missing or not good, 403 for one that may not write". A session files nothing here.
  'POST /open311/v2/*': {
    'a report': onAnything((viewer) =>
      !isKey(viewer) ? 'TURNED_AWAY' : mayOnlyRead(viewer) ? 'FORBIDDEN' : 'GIVEN',
    ),
    // Whoever has no good key learns nothing from what else is wrong.
    'with faults': onAnything((viewer) => (isKey(viewer) ? 'REFUSED' : 'TURNED_AWAY')),
  },
};

/** Where nobody is asked who they are, not even of a key that is no good. */
export const ASKS_NOBODY: ReadonlySet<string> = new Set([
  'GET /health/live',
  'GET /health/ready',
  'GET /health/parts',
  'GET,HEAD,PUT,PATCH,DELETE,OPTIONS /graphql',
  'GET /analis',
]);

/** Who comes in at a route of accounts (`/auth`); what happens there then is tried in services/identity/tests. */
type Entrance = 'open' | 'signed in' | 'whole session';
export const ENTERS: Record<Entrance, (viewer: Person) => boolean> = {
  open: () => true,
  'signed in': hasSession,
  'whole session': hasWholeSession,
};

export const ACCOUNT_ROUTES: Readonly<Record<string, Entrance>> = {
  'POST /auth/sign-up/email': 'open',
  'POST /auth/sign-in/email': 'open',
  'POST /auth/sign-in/email-otp': 'open',
  'POST /auth/email-otp/send-verification-otp': 'open',
  'POST /auth/email-otp/verify-email': 'open',
  'POST /auth/two-factor/verify-totp': 'open',
  'POST /auth/two-factor/verify-backup-code': 'open',
  'GET /auth/get-session': 'open',
  'POST /auth/invitations/open': 'open',
  'POST /auth/invitations/accept': 'open',
  'POST /auth/password/forgot': 'open',
  'POST /auth/password/reset': 'open',
  'POST /auth/passkeys/sign-in-options': 'open',
  'POST /auth/passkeys/sign-in': 'open',
  'GET /auth/offers': 'open',
  'GET /auth/oidc/provider': 'open',
  'GET /auth/oidc/start': 'open',
  'GET /auth/oidc/callback/:provider': 'open',
  'GET /auth/sessions': 'signed in',
  'DELETE /auth/sessions/:id': 'signed in',
  'POST /auth/password/set': 'signed in',
  'POST /auth/change-password': 'signed in',
  'GET /auth/second-factor': 'signed in',
  // Whoever has to enrol a second factor begins here.
  'POST /auth/two-factor/enable': 'signed in',
  'POST /auth/passkeys/registration-options': 'signed in',
  'POST /auth/passkeys': 'signed in',
  'POST /auth/acting-post': 'whole session',
  'POST /auth/two-factor/generate-backup-codes': 'whole session',
  'DELETE /auth/second-factor/totp': 'whole session',
  'PUT /auth/passkeys/:id': 'whole session',
  'DELETE /auth/passkeys/:id': 'whole session',
  'GET /auth/profile': 'whole session',
  'PUT /auth/profile': 'whole session',
  'GET /auth/account/data': 'whole session',
  'POST /auth/account/delete-code': 'whole session',
  'POST /auth/account/delete': 'whole session',
  'POST /auth/phone': 'whole session',
  'POST /auth/phone/verify': 'whole session',
  'DELETE /auth/phone': 'whole session',
  'GET /auth/api-keys': 'whole session',
  'POST /auth/api-keys': 'whole session',
  'DELETE /auth/api-keys/:id': 'whole session',
  'GET /auth/audit': 'whole session',
  'GET /auth/oidc-providers/:organisationId': 'whole session',
  'PUT /auth/oidc-providers/:organisationId': 'whole session',
  'DELETE /auth/oidc-providers/:organisationId': 'whole session',
  // Ends what the others need: the last ones.
  'DELETE /auth/sessions': 'signed in',
  'POST /auth/sign-out': 'open',
};
