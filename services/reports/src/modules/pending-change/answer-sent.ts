import type { ReportsContext } from '../../context.ts';
import { answerChange, ChangePending } from '../report/graphql-index.ts';
import { sendChange, type MakeChange, type UndoableInput } from './keep-change.ts';
import type { PendingOperation } from './vocabulary.ts';

/** Makes a change or keeps it, and answers the mutation. */
export async function answerSent<Input extends UndoableInput>(
  context: ReportsContext,
  operation: PendingOperation,
  input: Input,
  make: MakeChange<Input>,
): Promise<object> {
  const result = await sendChange(context.deps, context.viewer, { operation, input, make });
  return result.ok && 'appliesAt' in result.value
    ? Object.assign(new ChangePending(), result.value)
    : answerChange(context, result as Parameters<typeof answerChange>[1]);
}
