import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { SMTPServer } from 'smtp-server';

/** Where in the conversation something goes wrong. */
export type SmtpStep = 'login' | 'from' | 'to' | 'data';

export interface ReceivedLetter {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: Buffer;
}

/** A real SMTP server on loopback that keeps what it is sent. */
export interface Smtp {
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly letters: readonly ReceivedLetter[];
  /** The next letter is refused at a step with a reply like `550 5.1.1 No such user`. */
  failNext(reply: string, at?: SmtpStep): void;
  /** The connection breaks at a step of the next letter: before its text, or after it was read and not confirmed. */
  loseNext(at: 'to' | 'data'): void;
  /** The next letter is read and never replied to. */
  fallSilent(): void;
  stop(): Promise<void>;
}

type Trouble = { readonly kind: 'reply'; readonly reply: string } | { readonly kind: 'lost' | 'silence' };

class Reply extends Error {
  readonly responseCode: number;

  constructor(reply: string) {
    super(reply.slice(4));
    this.responseCode = Number(reply.slice(0, 3));
  }
}

async function read(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

export async function startSmtp(): Promise<Smtp> {
  const user = 'priemnaya@example.ru';
  const password = 'made-up-password';
  const letters: ReceivedLetter[] = [];
  const troubles = new Map<SmtpStep, Trouble>();

  /** Answers a step: as arranged, else well. */
  const settle = (at: SmtpStep, done: (error?: Error | null) => void): void => {
    const trouble = troubles.get(at);
    troubles.delete(at);
    if (trouble === undefined) done();
    else if (trouble.kind === 'reply') done(new Reply(trouble.reply));
    else if (trouble.kind === 'lost') breakConnections();
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    closeTimeout: 10,
    onAuth: (auth, _session, done) =>
      settle('login', (error) => {
        const isKnown = auth.username === user && auth.password === password;
        if (error instanceof Error) done(error);
        else if (isKnown) done(null, { user });
        else done(new Reply('535 5.7.8 Authentication failed'));
      }),
    onMailFrom: (_address, _session, done) => settle('from', done),
    onRcptTo: (_address, _session, done) => settle('to', done),
    onData: (stream, { envelope }, done) => {
      void read(stream).then((raw) => {
        settle('data', (error) => {
          const { mailFrom, rcptTo } = envelope;
          const from = mailFrom === false ? '' : mailFrom.address;
          if (!error) letters.push({ from, to: rcptTo.map(({ address }) => address), raw });
          done(error);
        });
      });
    },
  });
  const breakConnections = () => {
    for (const connection of server.connections) connection._socket.destroy();
  };
  // Sockets that break are what some tests are about.
  server.on('error', () => undefined);
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const address = listening.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given');
  return {
    port: address.port,
    user,
    password,
    letters,
    failNext: (reply, at = 'to') => void troubles.set(at, { kind: 'reply', reply }),
    loseNext: (at) => void troubles.set(at, { kind: 'lost' }),
    fallSilent: () => void troubles.set('data', { kind: 'silence' }),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
