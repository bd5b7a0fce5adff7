interface DayChange {
  date: string;
  before: object | null;
  after: object | null;
}

/** What happens to a day. */
export const changeKind = ({ before, after }: DayChange): 'added' | 'removed' | 'changed' =>
  before === null ? 'added' : after === null ? 'removed' : 'changed';

/** The days whose counting a change touches: a day that is only called otherwise moves nothing. */
export const daysOf = (changes: readonly DayChange[]) => ({
  daysOff: changes.filter((change) => changeKind(change) === 'added').map(({ date }) => date),
  workingDays: changes.filter((change) => changeKind(change) === 'removed').map(({ date }) => date),
});
