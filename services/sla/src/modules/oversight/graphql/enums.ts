import { registerEnumType } from 'type-graphql';
import {
  CASE_ENTRY_KINDS,
  LETTER_STATES,
  OVERSIGHT_ORIGINS,
  OVERSIGHT_OUTCOMES,
  OVERSIGHT_STATES,
} from '../vocabulary.ts';

const enumOf = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, name])) as { [Key in Name]: Key };

export const OversightState = enumOf(OVERSIGHT_STATES);
registerEnumType(OversightState, {
  name: 'OversightState',
  description: 'How far a case of the Ombudsman is; the state of the report is another matter.',
  valuesConfig: {
    OPENED: { description: 'The Ombudsman looks at it.' },
    CLARIFICATION_ASKED: { description: 'The agency is to explain itself.' },
    CLARIFICATION_GIVEN: { description: 'The agency has explained itself.' },
    RECOMMENDATION: { description: 'The Ombudsman has said what should be done.' },
    CLOSED: { description: 'The case has ended.' },
  },
});

export const OversightOrigin = enumOf(OVERSIGHT_ORIGINS);
registerEnumType(OversightOrigin, {
  name: 'OversightOrigin',
  description: 'Who opened a case.',
  valuesConfig: {
    RULE: { description: 'The rule: the clock of the Ombudsman ran out without a plan or result.' },
    REPORTER: { description: 'The reporter asked for it.' },
    OMBUDSMAN: { description: 'The Ombudsman of its own accord.' },
  },
});

export const OversightOutcome = enumOf(OVERSIGHT_OUTCOMES);
registerEnumType(OversightOutcome, {
  name: 'OversightOutcome',
  description: 'What came of a case.',
  valuesConfig: {
    FOLLOWED_UP: { description: 'The agency followed the report up.' },
    RECOMMENDATION_FOLLOWED: { description: 'The agency did what was recommended.' },
    RECOMMENDATION_NOT_FOLLOWED: { description: 'The agency did not do what was recommended.' },
    NO_MALADMINISTRATION: { description: 'The Ombudsman found nothing wrong.' },
    REPORT_ENDED: { description: 'The report ended otherwise, as by its withdrawal.' },
  },
});

export const OversightEntryKind = enumOf(CASE_ENTRY_KINDS);
registerEnumType(OversightEntryKind, {
  name: 'OversightEntryKind',
  description: 'What happened in a case.',
  valuesConfig: {
    CASE_OPENED: { description: 'It was opened.' },
    CASE_ASSIGNED: { description: 'It was given to another office.' },
    CLARIFICATION_ASKED: { description: 'A clarification was asked for.' },
    CLARIFICATION_GIVEN: { description: 'The agency explained itself.' },
    CASE_MESSAGE_WRITTEN: { description: 'A word between Ombudsman and agency.' },
    CASE_RECOMMENDED: { description: 'The Ombudsman said what should be done.' },
    CASE_CLOSED: { description: 'The case ended.' },
    LETTER_DRAFTED: { description: 'A letter to the highest official was drafted.' },
    LETTER_EDITED: { description: 'A person changed the text of the draft; the text as it was then.' },
    LETTER_APPROVED: { description: 'A person approved the letter.' },
    LETTER_SENT: { description: 'The letter left by mail.' },
    LETTER_FAILED: { description: 'The letter could not be delivered by mail.' },
    LETTER_REPLIED: { description: 'The letter was replied to.' },
  },
});

export const LetterState = enumOf(LETTER_STATES);
registerEnumType(LetterState, {
  name: 'OversightLetterState',
  description: 'How far a letter is.',
  valuesConfig: {
    DRAFT: { description: 'Waits for a person who reads and approves it.' },
    APPROVED: { description: 'Approved, and on its way.' },
    SENT: { description: 'Handed over to the mail server of its addressee.' },
    FAILED: { description: 'No mail could bring it; it can be sent again or go by post.' },
    REPLIED: { description: 'Replied to.' },
  },
});
