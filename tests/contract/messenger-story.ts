import { expect } from 'vitest';
import { hitsIn } from '../../services/reports/tests/canaries.ts';
import type { WithDoors } from './platform-with-doors.ts';

/** Somebody at a messenger, who has nothing else. */
export interface Messenger {
  /** Writes, and reads what comes back. */
  says(text: string): Promise<string>;
  /** The next message that comes unasked. */
  next(): Promise<string>;
}

/** From a report with its number to its rating: the plan, BELUM, the result, NILAI. */
export async function followToItsRating(
  doors: WithDoors,
  { says, next }: Messenger,
  { id, number }: { id: string; number: string },
): Promise<void> {
  await doors.verify(id);
  expect(await next()).toContain('diteruskan');
  await doors.dispose(id);
  expect(await next()).toContain('Dinas Pekerjaan Umum');
  await doors.plan(id, 'Lampu diganti pekan depan.');
  expect(await next()).toContain('Lampu diganti pekan depan.');
  await doors.result(id, 'Lampu sudah diganti.');
  expect(await next()).toContain('Lampu sudah diganti.');
  expect(await says('belum, masih padam')).toContain('belum beres');
  await doors.result(id, 'Kabelnya juga diganti.');
  expect(await next()).toContain('Kabelnya juga diganti.');
  expect(await says('Tutup')).toContain('Balas YA untuk menutup laporan');
  expect(await says('ya, terima kasih')).toContain('dinyatakan selesai');
  expect(await says('nilai 5')).toContain('Nilai Anda');
  const after = await doors.officer('desk').ask(`{ report(number: "${number}") { state rating } }`);
  expect(after.data.report).toMatchObject({ state: 'COMPLETED', rating: 5 });
}

/**
 * Nothing of who wrote stands in a log, a row or a public answer; and the words of a confidential report stand nowhere but with `reports`,
 * and in none of its events.
 */
export async function expectNoTrace(
  doors: WithDoors,
  { personal, secretWords }: { personal: readonly string[]; secretWords: readonly string[] },
  publicAnswers: readonly string[],
): Promise<void> {
  await doors.platform.services.settle();
  const log = doors.lines.join('\n');
  expect(doors.lines.length).toBeGreaterThan(50);
  expect(hitsIn(log, [...personal, ...secretWords])).toEqual([]);
  const rows = await doors.rows();
  expect(rows.filter(({ rows: text }) => text !== '').map(({ table }) => table)).toEqual(
    expect.arrayContaining(['reports.report', 'channels.inbound', 'channels.door_report']),
  );
  const named = rows.flatMap(({ table, rows: text }) =>
    hitsIn(text, personal).map((hit) => `${hit} in ${table}`),
  );
  expect(named).toEqual([]);
  const others = rows.filter(({ table }) => !table.startsWith('reports.') || table.includes('outbox'));
  const told = others.flatMap(({ table, rows: text }) =>
    hitsIn(text, secretWords).map((hit) => `${hit} in ${table}`),
  );
  expect(told).toEqual([]);
  const answers = await Promise.all(
    publicAnswers.map((path) => fetch(`${doors.address}${path}`).then((one) => one.text())),
  );
  expect(hitsIn(answers.join('\n'), [...personal, ...secretWords])).toEqual([]);
}
