import { describe, expect, it } from 'vitest';
import { contentShape, conversationShape } from './state.ts';

const PHONE = '+6281200000032';

// Rows of a version before there were other doors than that of short messages.
describe('what was stored before', () => {
  it('is a message like those of today', () => {
    expect(contentShape.parse({ phone: PHONE, text: 'LAPOR jalan rusak' })).toEqual({
      address: PHONE,
      text: 'LAPOR jalan rusak',
    });
  });

  it('is a draft that waits for its place, or was being filed', () => {
    const submission = {
      submissionKey: 'k',
      kind: 'COMPLAINT',
      title: 'Jalan rusak',
      text: 'jalan rusak',
      regionCode: null,
      reporter: { phone: PHONE },
    };
    const stored = {
      draft: {
        inboundId: 'm1',
        text: 'jalan rusak',
        phone: PHONE,
        questions: 1,
        placeWords: null,
        choices: [],
        placedBy: 'm2',
        submission,
      },
      reportId: null,
    };
    expect(conversationShape.parse(stored)).toEqual({
      draft: {
        inboundId: 'm1',
        text: 'jalan rusak',
        address: PHONE,
        questions: 1,
        placeWords: null,
        choices: [],
        placedBy: 'm2',
        submission,
        attachmentIds: [],
        messageName: null,
        point: null,
        isConfidential: false,
        verdict: null,
      },
      reportId: null,
      said: {},
      closing: null,
      offered: null,
      aside: null,
      spot: null,
    });
  });
});
