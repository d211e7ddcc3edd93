import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Figures for Prometheus. Labels are codes only: channels, outcomes, routes — never anything of a person. */
export interface Metrics {
  readonly registry: Registry;
  readonly messages: Counter<'channel'>;
  readonly refused: Counter<'channel' | 'reason'>;
  readonly intakeLag: Histogram<'channel'>;
  readonly deliveries: Counter<'channel' | 'outcome'>;
  readonly queueDepth: Gauge;
  readonly requests: Histogram<'method' | 'route' | 'status'>;
  readonly jobs: Histogram<'job' | 'outcome'>;
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** @param countWaitingJobs asked at each scrape */
export function createMetrics(countWaitingJobs: () => Promise<number>): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    messages: new Counter({
      name: 'otklik_messages_total',
      help: 'Messages taken in',
      labelNames: ['channel'],
      registers,
    }),
    refused: new Counter({
      name: 'otklik_inputs_refused_total',
      help: 'Inputs refused or not understood',
      labelNames: ['channel', 'reason'],
      registers,
    }),
    intakeLag: new Histogram({
      name: 'otklik_intake_lag_seconds',
      help: 'From the sending of a message to the opening of its case',
      labelNames: ['channel'],
      buckets: [0.1, 0.5, 1, 5, 15, 60, 300, 3600, 86_400],
      registers,
    }),
    deliveries: new Counter({
      name: 'otklik_deliveries_total',
      help: 'Attempts to send, by outcome',
      labelNames: ['channel', 'outcome'],
      registers,
    }),
    queueDepth: new Gauge({
      name: 'otklik_jobs_waiting',
      help: 'Jobs due and not yet done',
      registers,
      async collect() {
        this.set(await countWaitingJobs());
      },
    }),
    requests: new Histogram({
      name: 'otklik_request_seconds',
      help: 'HTTP requests',
      labelNames: ['method', 'route', 'status'],
      buckets: SECONDS,
      registers,
    }),
    jobs: new Histogram({
      name: 'otklik_job_seconds',
      help: 'Jobs done',
      labelNames: ['job', 'outcome'],
      buckets: SECONDS,
      registers,
    }),
  };
}
