import type { AnswerKind, Operation, Transition } from '../report/index.ts';
import type { BulkAction } from './vocabulary.ts';

const ANSWER: Record<AnswerKind, Transition> = {
  ACKNOWLEDGEMENT: 'acknowledge',
  PLAN: 'plan',
  RESULT: 'giveResult',
  OBSTACLE: 'reportObstacle',
};

/** What one of the reports would go through; `kind`: of the template that is answered with, an acknowledgement when it is not named. */
export function stepOf(
  action: BulkAction,
  kind: AnswerKind = 'ACKNOWLEDGEMENT',
): { operation: Operation; transition: Transition } {
  switch (action) {
    case 'DISPOSE':
      return { operation: 'dispose', transition: 'disposeFurther' };
    case 'ACKNOWLEDGE':
      return { operation: 'answer', transition: 'acknowledge' };
    case 'ANSWER_FROM_TEMPLATE':
      return { operation: 'answer', transition: ANSWER[kind] };
    case 'ARCHIVE':
      return { operation: 'archive', transition: 'archive' };
  }
}
