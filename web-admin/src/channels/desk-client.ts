import { askChannels, queryOf, type ChannelsAnswer } from '@lapor/web-client';

/** A message as the list shows it. */
export interface ListedMessage {
  id: string;
  door: string;
  reason: string;
  reasonDetail: string | null;
  /** ISO 8601. */
  receivedAt: string;
  /** Masked; null: it cannot be read any more. */
  sender: string | null;
  text: string | null;
  lease: { accountId: string; until: string } | null;
  begun: 'FILE' | 'ATTACH' | null;
}

/** A message with what an operator needs to decide. */
export interface ReadMessage extends ListedMessage {
  /** Null: this sender cannot be answered. */
  answers: { way: string; longest: number; mostSegments: number | null } | null;
  reports: readonly { reportId: string; number: string; shortCode: string | null; isSpokenOf: boolean }[];
  /** Anybody may have written it under this address. */
  isUnproven: boolean;
  /** KEPT: its sender asked to keep it confidential, which stays; ASKED: its words ask for it. */
  confidence: 'KEPT' | 'ASKED' | null;
  isFiling: boolean;
  othersWaiting: number;
  /** Names of files that came along. */
  files: readonly string[];
}

export interface MessageCounts {
  waiting: number;
  forgotten: number;
  oldestAt: string | null;
  byDoor: Readonly<Record<string, number>>;
  byReason: Readonly<Record<string, number>>;
}

/** How long a text is, as people and as telephones count. */
export interface Measure {
  characters: number;
  alphabet: 'GSM_7' | 'UCS_2';
  segments: number;
  unusual: readonly string[];
  plain: string | null;
}

export interface DeskAction {
  id: number;
  at: string;
  accountId: string;
  action: string;
  subjectId: string;
  door: string | null;
  detail: string | null;
  reason: string | null;
}

/** What is asked under `/channels/desk`. */
export const desk = {
  counts: () => askChannels<MessageCounts>('GET', '/desk/counts'),
  messages: (filter: { after?: number; door?: string; reason?: string; first?: number }) =>
    askChannels<{ messages: readonly ListedMessage[]; next: number | null }>(
      'GET',
      `/desk/messages${queryOf(filter)}`,
    ),
  message: (id: string) => askChannels<ReadMessage>('GET', `/desk/messages/${id}`),
  lease: (id: string, takeOver = false) =>
    askChannels<{ accountId: string; until: string }>('POST', `/desk/messages/${id}/lease`, { takeOver }),
  giveBack: (id: string) => askChannels('POST', `/desk/messages/${id}/give-back`, {}),
  reveal: (id: string, input: { requestKey: string; reason: string }) =>
    askChannels<{ address: string }>('POST', `/desk/messages/${id}/reveal`, input),
  answer: (id: string, input: { requestKey: string; text: string }) =>
    askChannels<object>('POST', `/desk/messages/${id}/answer`, input),
  file: (
    id: string,
    input: {
      requestKey: string;
      title: string;
      text: string;
      regionCode: string | null;
      categoryId: string | null;
      isConfidential: boolean;
    },
  ) =>
    askChannels<{ reportId: string; number: string | null; isEarlier: boolean }>(
      'POST',
      `/desk/messages/${id}/file`,
      input,
    ),
  attach: (id: string, input: { requestKey: string; reportId: string; text: string }) =>
    askChannels<{ number: string | null }>('POST', `/desk/messages/${id}/attach`, input),
  close: (id: string, input: { requestKey: string; reason: string }) =>
    askChannels<object>('POST', `/desk/messages/${id}/close`, input),
  measure: (text: string): Promise<ChannelsAnswer<Measure>> =>
    askChannels<Measure>('POST', '/desk/measure', { text }),
  actions: (filter: { after?: number; action?: string; door?: string; accountId?: string }) =>
    askChannels<{ actions: readonly DeskAction[]; next: number | null }>(
      'GET',
      `/desk/actions${queryOf(filter)}`,
    ),
} as const;
