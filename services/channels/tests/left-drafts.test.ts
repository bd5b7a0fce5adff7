import { describe, expect, it } from 'vitest';
import { REPORT, RINA, useDesk } from './desk-world.ts';
import { KURANJI } from './sms-world.ts';

describe('a message that asks for confidence, at the desk', () => {
  const desk = useDesk();
  const { writes, read, does, waiting, strays, key } = desk;
  const filed = () => [...desk.graph.reports.values()].map(({ input }) => input.isConfidential ?? false);
  /** A draft that the platform did not take; its id at the desk. */
  const left = async (text: string): Promise<string> => {
    await writes(text);
    desk.graph.regions = [KURANJI];
    desk.graph.refuses = true;
    await writes('Kuranji Padang');
    desk.graph.refuses = false;
    return (await waiting()).find((one) => one.text.includes('loket')).id;
  };

  it('stays confidential where a draft did, whatever is wished', async () => {
    const id = await left('LAPOR RAHASIA petugas loket meminta uang');
    const message = (await read(`/messages/${id}`)).json();
    expect([message.text.includes('RAHASIA'), message.confidence]).toEqual([false, 'KEPT']);
    const answer = await does(RINA, `/messages/${id}/file`, {
      requestKey: key(),
      ...REPORT,
      isConfidential: false,
    });
    expect(answer.statusCode, answer.body).toBe(200);
    expect(filed()).toEqual([true]);
  });

  it('is confidential by its own words unless an operator says that they ask for nothing', async () => {
    const text = 'pak ada pungli di loket\nmohon dirahasiakan ya pak';
    const [first, second] = [await strays(text), await strays(`${text} min`)];
    expect((await read(`/messages/${first}`)).json().confidence).toBe('ASKED');
    await does(RINA, `/messages/${first}/file`, { requestKey: key(), ...REPORT });
    await does(RINA, `/messages/${second}/file`, { requestKey: key(), ...REPORT, isConfidential: false });
    expect(filed()).toEqual([true, false]);
  });

  it('is none where nobody asked, and an operator may make it one', async () => {
    const [first, second] = [await left('LAPOR antrean loket panjang sekali'), await strays()];
    expect((await read(`/messages/${first}`)).json().confidence).toBeNull();
    await does(RINA, `/messages/${first}/file`, { requestKey: key(), ...REPORT });
    await does(RINA, `/messages/${second}/file`, { requestKey: key(), ...REPORT, isConfidential: true });
    expect(filed()).toEqual([false, true]);
  });
});
