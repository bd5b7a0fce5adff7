export { createJobs, type EnqueueOptions, type Jobs, type JobsOptions } from './jobs.ts';
export type { JobHealth } from './job-health.ts';
export type { Task, TaskRun, Tasks } from './task.ts';
