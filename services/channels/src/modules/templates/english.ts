import { accountWordsEnglish } from './account-words-english.ts';
import { words } from '@lapor/wording/en';
import { longDay } from './days.ts';
import { digestWords, type DigestPhrases } from './digest-words.ts';
import type { Phrasebook } from './template.ts';

const day = (value: string | undefined) => longDay(value, 'en');

const ANSWERS: Readonly<Record<string, string>> = {
  ACKNOWLEDGED: 'confirms that your report has arrived',
  PLANNED: 'tells you what it plans to do',
  RESULT: 'tells you what it has done',
  OBSTACLE: 'tells you what stands in the way',
  CORRECTED: 'has corrected its answer',
};

const FOLLOWED: Readonly<Record<string, string>> = {
  DISPOSED: 'It was passed on to {agency}',
  PLANNED: 'There is a plan from {agency}',
  RESULT: 'There is a result from {agency}',
  OBSTACLE: 'There is an obstacle, says {agency}',
  COMPLETED: 'It was completed',
  DISPUTED: 'It was opened again by its reporter',
  ARCHIVED: 'It was archived',
};

const ARCHIVED: Readonly<Record<string, string>> = {
  NOT_COMPLETED: 'The missing details were not added.',
  DUPLICATE: 'The same problem has been reported before.',
  REFERRED_OUTSIDE: 'The matter lies outside public services; the report page names the right address.',
  HATE_OR_HOAX: 'It was judged to be hate speech or false news.',
  SPAM: 'It was judged not to be a report.',
  WITHDRAWN: 'You withdrew it.',
};

const DIGEST: DigestPhrases = {
  shared: words,
  subject: (counts) => `Deadlines: ${counts}`,
  count: {
    BREACH: (count) => `${count} late`,
    LAST_DAY: (count) => `${count} on the last day`,
    HALF: (count) => `${count} past half of the time`,
  },
  heading: {
    BREACH: 'Past the deadline',
    LAST_DAY: 'Last day',
    HALF: 'Half of the time is used',
  },
  opening: (on) => `Deadlines that wait for you or your unit on ${on}:`,
  until: (on) => `until ${on}`,
  more: (count) => (count === 1 ? '1 other report' : `${count} other reports`),
};

export const english: Phrasebook = {
  'report-received': ({ number, dueOn }) => ({
    subject: `We have received report ${number}`,
    paragraphs: [
      `We have received your report number ${number}.`,
      day(dueOn)
        ? `An officer checks it by ${day(dueOn)} at the latest.`
        : 'An officer checks it within 3 working days.',
    ],
  }),
  'report-routed': ({ number, organisationName }) => ({
    subject: `Report ${number} has been passed on`,
    paragraphs: [
      `Your report number ${number} has been passed on to ${organisationName ?? 'the agency in charge'}.`,
      'The agency follows up within 5 working days.',
    ],
  }),
  'report-answered': ({ number, organisationName, kind }) => ({
    subject: `Report ${number}: there is an answer`,
    paragraphs: [
      `${organisationName ?? 'The agency'} ${ANSWERS[kind ?? ''] ?? 'has answered'} (report number ${number}).`,
      ...(kind === 'RESULT'
        ? [
            'If the problem is not solved, reply on the report page. Without a reply the report closes after 10 working days.',
          ]
        : []),
    ],
  }),
  'report-completed': ({ number }) => ({
    subject: `Report ${number} is completed`,
    paragraphs: [
      `Your report number ${number} has been marked as completed.`,
      'If the problem is not solved, you can reopen it within 14 days. You can also rate it.',
    ],
  }),
  'report-asks-for-data': ({ number, dueOn }) => ({
    subject: `Report ${number}: details needed`,
    paragraphs: [
      `An officer needs more details for your report number ${number}. The report page says which.`,
      day(dueOn)
        ? `Please add them by ${day(dueOn)}; after that the report is archived.`
        : 'Please add them within 30 days; after that the report is archived.',
    ],
  }),
  'report-asks-for-information': ({ number, organisationName }) => ({
    subject: `Report ${number}: a question for you`,
    paragraphs: [
      `${organisationName ?? 'The agency'} has a question about your report number ${number}.`,
      'Please read and answer it on the report page, so that the work can go on.',
    ],
  }),
  'report-archived': ({ number, reasonCode }) => ({
    subject: `Report ${number} has been archived`,
    paragraphs: [
      `Your report number ${number} has been archived. ${ARCHIVED[reasonCode ?? ''] ?? ''}`.trim(),
      ...(reasonCode === 'WITHDRAWN'
        ? []
        : ['The reason stands on the report page. If you disagree, you can appeal within 14 days.']),
    ],
  }),
  'report-closing-soon': ({ number, closesOn }) => ({
    subject: `Report ${number} closes soon`,
    paragraphs: [
      `Your report number ${number} closes automatically ${day(closesOn) ? `after ${day(closesOn)}` : 'soon'}.`,
      'If the problem is not solved, reply on the report page.',
    ],
  }),
  'report-identity-read': ({ number, organisationName }) => ({
    subject: `Report ${number}: your identity was read`,
    paragraphs: [
      `An officer ${organisationName ? `of ${organisationName} ` : ''}read your identity in report number ${number}.`,
      'Time and reason are on record; you can read them on the report page.',
    ],
  }),
  'report-withheld': ({ number }) => ({
    subject: `Report ${number} is not public for now`,
    paragraphs: [
      `For the time being your report number ${number} is not shown to the public. It is being handled all the same.`,
      'The reason is on the page of the report. The national desk decides within 3 working days.',
    ],
  }),
  'report-redacted': ({ number }) => ({
    subject: `Report ${number}: something was blacked out`,
    paragraphs: [
      `A part of the text or photos of your report number ${number} is hidden from the public.`,
      'The reason is on the page of the report. What you sent stays sealed as it was.',
    ],
  }),
  'report-file-sealed': ({ number, sentBy }) => ({
    subject: `Report ${number}: a file is harmful`,
    paragraphs: [
      sentBy === 'AGENCY'
        ? `Something harmful, such as a virus, was found in a file of the agency in your report number ${number}. The file is closed: nobody can open it any more.`
        : `Something harmful, such as a virus, was found in a file that you sent with report number ${number}. The file is closed: nobody can open it any more. Your report is handled all the same.`,
      sentBy === 'AGENCY'
        ? 'The page of the report shows which file it is. If you have downloaded it, delete it.'
        : 'The page of the report shows which file it is. Please check your phone or computer. If the file matters, send a clean one on the report page.',
    ],
  }),
  'report-message': ({ number, organisationName }) => ({
    subject: `Report ${number}: there is a message for you`,
    paragraphs: [
      `${organisationName ?? 'An officer'} has written to you privately about report number ${number}. The public does not see it, and the officer does not see your address.`,
      'Read and answer it on the report page.',
    ],
  }),
  'access-code-lost': ({ number }) => ({
    subject: `Report ${number}: new access code`,
    paragraphs: [
      `Somebody asked for a new access code for your report number ${number}.`,
      'The link below is good for an hour. Once a new code is made, the old one no longer works.',
      'If it was not you, ignore this message: your code stays as it is.',
    ],
  }),
  'access-code-renewed': ({ number }) => ({
    subject: `Report ${number}: the access code was replaced`,
    paragraphs: [
      `The access code of your report number ${number} has just been replaced. The old one no longer works.`,
      'If it was not you, ask for a new code on the page where reports are followed.',
    ],
  }),
  'report-linked': ({ number, reasonCode }) => ({
    subject: `Report ${number} was joined with a similar one`,
    paragraphs: [
      `Your report number ${number} is about the same matter as another one, so the two are handled together. We tell you when there is an answer.`,
      reasonCode === 'DUPLICATE'
        ? 'The reason is on the page of the report. If you think that the matter is another one, you can appeal within 14 days.'
        : 'The reason is on the page of the report.',
    ],
  }),
  'master-answered': ({ number, kind, organisationName, masterNumber }) => ({
    subject: `Report ${number}: the similar report was answered`,
    paragraphs: [
      `${organisationName ?? 'The agency'} ${ANSWERS[kind ?? ''] ?? 'answers'}: in the report${masterNumber ? ` ${masterNumber}` : ''} that is like your report number ${number}.`,
    ],
  }),
  'master-ended': ({ number, masterNumber }) => ({
    subject: `Report ${number}: the similar report is completed`,
    paragraphs: [
      `The report${masterNumber ? ` ${masterNumber}` : ''} that is like your report number ${number} was completed.`,
      'If your problem is still there, you can report it again.',
    ],
  }),
  'hand-over': ({ number, organisationName, expiresOn, headTitle, headName }) => ({
    subject: `Report ${number} waits for an answer of ${organisationName ?? 'your agency'}`,
    paragraphs: [
      `To ${[headTitle, headName].filter(Boolean).join(', ') || `the head of ${organisationName ?? 'the agency'}`}`,
      `A citizen's report, number ${number}, is addressed to ${organisationName ?? 'your agency'}. As your agency is not connected with SP4N-LAPOR! yet, the report is handed over to you.`,
      'Deadlines run as for every agency: 5 working days for the first follow-up. The reporter knows that the report was handed over to you.',
      `The link below opens the report and its answer form${day(expiresOn) ? ` until ${day(expiresOn)}` : ''}. Whoever has it can answer: give it only to the officer you appoint.`,
    ],
  }),
  'officer-mentioned': ({ number }) => ({
    subject: `You were mentioned in a note on report ${number}`,
    paragraphs: [
      `A colleague mentioned you in an internal note on report number ${number}.`,
      'The note can be read on the report page only, once you have signed in.',
    ],
  }),
  'webhook-disabled': ({ label, host, reason }) => ({
    subject: `Webhook ${label ?? ''} was stopped`.replace('  ', ' '),
    paragraphs: [
      reason === 'GONE'
        ? `The webhook "${label ?? ''}" to ${host ?? ''} was stopped because the receiver answered 410: the address is no longer in use.`
        : `The webhook "${label ?? ''}" to ${host ?? ''} was stopped because not one message was accepted for five days.`,
      'Nothing is sent there any more. Once the receiver is mended, activate the webhook again in the console; messages that failed can be sent again from its log.',
    ],
  }),
  'oversight-letter': ({ number, letterNumber, headTitle }) => ({
    subject: `Letter ${letterNumber} of the Ombudsman about report ${number}`,
    paragraphs: [
      `Dear ${headTitle ?? 'Sir or Madam'},`,
      `Please find attached letter ${letterNumber} of the Ombudsman about report number ${number}, which has not been followed up.`,
      'The letter can be answered in the console of your agency, or by a letter that names its number.',
    ],
  }),
  'answer-waiting': ({ number }) => ({
    subject: `An answer to report ${number} waits for your approval`,
    paragraphs: [
      `There is an answer to report number ${number} that is sent once it is approved.`,
      'It can be read and approved on the report page only, once you have signed in.',
    ],
  }),
  'warning-digest': (facts) => digestWords(DIGEST, facts),
  ...accountWordsEnglish,
  follow: 'See your report:',
  followInvitation: 'Accept the invitation:',
  'followed-report-changed': ({ number, kind, organisationName }) => ({
    subject: `News of report ${number} that you follow`,
    paragraphs: [
      `${FOLLOWED[kind ?? '']?.replace('{agency}', organisationName ?? 'the agency') ?? 'It has moved on'} (report number ${number}).`,
    ],
  }),
  'followed-area-news': ({ count, areaName, categoryName }) => ({
    subject: `${count ?? 'New'} reports in ${areaName ?? 'the area that you follow'}`,
    paragraphs: [
      `${count ?? 'Some'} reports${categoryName ? ` about ${categoryName}` : ''} were newly published in ${areaName ?? 'the area'} that you follow.`,
    ],
  }),
  followAsOfficer: 'Open the report:',
  openList: 'Open the list:',
  seeFollowed: 'See more:',
  unfollow: 'Do not want to follow any more?',
  followNewCode: 'Make a new access code:',
  unsubscribe: 'No more news about this report?',
  followHandOver: 'Read and answer the report:',
  ending:
    'SP4N-LAPOR!\nThis message was sent automatically. We never send or ask for the access code of a report.',
};
