import { getRouteApi } from '@tanstack/react-router';
import { CardView } from './CardView.tsx';

const route = getRouteApi('/staff/queue/$appealId');

/** The case named in the address. */
export function CardRoute() {
  const { appealId } = route.useParams();
  return <CardView key={appealId} appealId={appealId} />;
}
