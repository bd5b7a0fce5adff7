import type { Page, Request } from '@playwright/test';

/** A question to the graph. */
export interface Question {
  name: string;
  /** 1: sent before any answer to the page's own questions came; 2: after one of those, and so on. */
  round: number;
  variables: Readonly<Record<string, unknown>>;
}

/** What a page asks the graph for, and which question waited for the answer to another: a waterfall, if it had to. */
export function watchRounds(page: Page, isTheFrames: (name: string) => boolean) {
  let asked = new Map<Request, Question>();
  let answered = 0;
  let isOver = false;
  page.on('request', (request) => {
    if (!request.url().endsWith('/graphql')) return;
    const { operationName: name = '?', variables = {} } = request.postDataJSON() as {
      operationName?: string;
      variables?: Record<string, unknown>;
    };
    if (isTheFrames(name)) return;
    // What is asked once everything stands is a second look, not a wait.
    asked.set(request, { name, round: isOver ? 1 : answered + 1, variables });
  });
  page.on('requestfinished', (request) => {
    const question = asked.get(request);
    if (question) answered = Math.max(answered, question.round);
  });
  return {
    /** Another page is opened. */
    begin() {
      asked = new Map();
      answered = 0;
      isOver = false;
    },
    /** The page stands. */
    settled() {
      isOver = true;
    },
    questions: (): readonly Question[] => [...asked.values()],
  };
}
