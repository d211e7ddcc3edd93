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

/** Upper bounds of a call or a job, in seconds. */
const CALL_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** Upper bounds of a message's way to its case: it may wait for a network, in seconds. */
const LAG_SECONDS = [0.1, 0.5, 1, 5, 15, 60, 300, 3600, 86_400];

/** @param countWaitingJobs asked at each scrape */
export function createMetrics(countWaitingJobs: () => Promise<number>): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Counter({ name: `otklik_${name}`, help, labelNames, registers });
  const seconds = <Label extends string>(
    name: string,
    help: string,
    labelNames: Label[],
    buckets: number[],
  ) => new Histogram({ name: `otklik_${name}_seconds`, help, labelNames, buckets, registers });
  return {
    registry,
    messages: counter('messages_total', 'Messages taken in', ['channel']),
    refused: counter('inputs_refused_total', 'Inputs refused or not understood', ['channel', 'reason']),
    intakeLag: seconds(
      'intake_lag',
      'From the sending of a message to the opening of its case',
      ['channel'],
      LAG_SECONDS,
    ),
    deliveries: counter('deliveries_total', 'Attempts to send, by outcome', ['channel', 'outcome']),
    queueDepth: new Gauge({
      name: 'otklik_jobs_waiting',
      help: 'Jobs due and not yet done',
      registers,
      async collect() {
        this.set(await countWaitingJobs());
      },
    }),
    requests: seconds('request', 'HTTP requests', ['method', 'route', 'status'], CALL_SECONDS),
    jobs: seconds('job', 'Jobs done', ['job', 'outcome'], CALL_SECONDS),
  };
}
