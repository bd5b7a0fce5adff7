import { readdir, readFile } from 'node:fs/promises';

/** `/proc` counts in hundredths of a second on every Linux that Node runs on. */
const TICK_SECONDS = 0.01;

interface Process {
  parent: number;
  /** User and system time of the process itself, with all its threads. */
  own: number;
  /** The same of children that have ended. */
  children: number;
}

async function readProcess(pid: number): Promise<Process | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The name of the program stands in brackets and may hold anything.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields.length < 15) return null;
  const [utime, stime, cutime, cstime] = fields.slice(11, 15).map(Number) as [number, number, number, number];
  return {
    parent: Number(fields[1]),
    own: (utime + stime) * TICK_SECONDS,
    children: (cutime + cstime) * TICK_SECONDS,
  };
}

/** Seconds of processor time that a process and everything it started have used, those that ended included. */
export async function secondsOf(root: number): Promise<number> {
  const processes = new Map<number, Process>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const found = await readProcess(Number(name));
    if (found) processes.set(Number(name), found);
  }
  const tree = [root];
  for (const pid of tree) for (const [child, { parent }] of processes) if (parent === pid) tree.push(child);
  return tree.reduce((sum, pid) => {
    const found = processes.get(pid);
    return sum + (found ? found.own + found.children : 0);
  }, 0);
}

/** Seconds of processor time that the whole machine has used. */
export async function secondsOfMachine(): Promise<number> {
  const [line = ''] = (await readFile('/proc/stat', 'utf8')).split('\n');
  const [user, nice, system, , , irq, softirq] = line.trim().split(/\s+/).slice(1).map(Number) as number[];
  return (user! + nice! + system! + irq! + softirq!) * TICK_SECONDS;
}
