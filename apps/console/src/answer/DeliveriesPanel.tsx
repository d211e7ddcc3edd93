import { Badge, Button, CopyButton, Group, Text } from '@mantine/core';
import { settleDelivery } from '#contract/answer.ts';
import { Panel } from '#ui/components/Panel.tsx';
import type { Tone } from '#ui/mantine/theme.ts';
import { call } from '../app/call.ts';
import { useTexts } from '../app/language.ts';
import { Moment } from '../app/Moment.tsx';
import { useMay } from '../app/session.ts';
import { ActFailure } from '../card/ActFailure.tsx';
import cardClasses from '../card/Card.module.css';
import { useCardAct, useOpenCard, type Card } from '../card/use-card.ts';

type Delivery = Card['deliveries'][number];
type Settling = 'sent_by_hand' | 'arrived' | 'send_again';

const tone: Readonly<Record<Delivery['state'], Tone>> = {
  pending: 'quiet',
  sending: 'quiet',
  sent: 'good',
  retry: 'warn',
  uncertain: 'warn',
  undeliverable: 'bad',
  misconfigured: 'bad',
  manual: 'warn',
};

/** What a person may do about a delivery in each state. */
const settlings: Readonly<Record<Delivery['state'], readonly Settling[]>> = {
  pending: [],
  sending: [],
  sent: [],
  retry: [],
  uncertain: ['arrived', 'send_again'],
  undeliverable: ['sent_by_hand', 'send_again'],
  misconfigured: ['send_again', 'sent_by_hand'],
  manual: ['sent_by_hand'],
};

function Settle({ delivery }: { delivery: Delivery }) {
  const { deliveries: t } = useTexts().answer;
  const act = useCardAct();
  const words: Readonly<Record<Settling, string>> = {
    sent_by_hand: t.sentByHand,
    arrived: t.arrived,
    send_again: t.sendAgain,
  };
  const settle = (as: Settling) =>
    void act.run(() => call(settleDelivery, { params: { deliveryId: delivery.id }, body: { as } }));
  return (
    <>
      <Group gap="xs">
        {delivery.state === 'manual' && (
          <CopyButton value={delivery.text}>
            {({ copied, copy }) => (
              <Button size="xs" onClick={copy}>
                {copied ? t.copied : t.copy}
              </Button>
            )}
          </CopyButton>
        )}
        {settlings[delivery.state].map((as) => (
          <Button
            key={as}
            size="xs"
            variant="default"
            disabled={act.state.status === 'running'}
            onClick={() => settle(as)}
          >
            {words[as]}
          </Button>
        ))}
      </Group>
      <ActFailure act={act} />
    </>
  );
}

function OneDelivery({ delivery }: { delivery: Delivery }) {
  const { deliveries: t } = useTexts().answer;
  const may = useMay();
  const isQuiet = delivery.state === 'sent';
  return (
    <li className={cardClasses['entry']}>
      <div className={cardClasses['line']}>
        <span>{t.purpose[delivery.purpose]}</span>
        <Badge color={tone[delivery.state]}>{t.state[delivery.state]}</Badge>
        <Text span size="xs" c="dimmed">
          <Moment at={delivery.at} />
          {delivery.attempts > 1 && `, ${t.attempts(delivery.attempts)}`}
        </Text>
        {delivery.link !== null && (
          <Text component="a" size="xs" href={delivery.link} target="_blank" rel="noreferrer noopener">
            {t.open}
          </Text>
        )}
      </div>
      {!isQuiet && <Text size="xs">{t.explain[delivery.state]}</Text>}
      {!isQuiet && may('delivery.settle') && settlings[delivery.state].length > 0 && (
        <Settle delivery={delivery} />
      )}
    </li>
  );
}

/** Everything sent to the resident and whether it arrived. */
export function DeliveriesPanel() {
  const { deliveries: t } = useTexts().answer;
  const { deliveries } = useOpenCard().card;
  if (deliveries.length === 0) return null;
  const newestFirst = [...deliveries].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <Panel level={3} title={t.title}>
      <ul className={cardClasses['list']}>
        {newestFirst.map((delivery) => (
          <OneDelivery key={delivery.id} delivery={delivery} />
        ))}
      </ul>
    </Panel>
  );
}
