import type { BasicWords } from './words.ts';

export const words: BasicWords = {
  locale: 'en-GB',
  states: {
    SUBMITTED: 'Not verified yet',
    POSTPONED: 'Postponed',
    DISPOSED: 'Passed on',
    IN_PROGRESS: 'In progress',
    COMPLETED: 'Completed',
    ARCHIVED: 'Archived',
  },
  kinds: { COMPLAINT: 'Complaint', ASPIRATION: 'Aspiration', INFORMATION_REQUEST: 'Information request' },
  today: 'Today',
  justNow: 'just now',
};
