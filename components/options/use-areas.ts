import { useEffect, useState } from 'preact/hooks';
import type { Form } from '../editor/form';
import type { IndexService } from './view';

/** Every area of the index; none until they are read, or when they cannot be. */
export function useAreas(service: IndexService): Form['areas'] {
  const [areas, setAreas] = useState<Form['areas']>([]);
  useEffect(() => {
    service.areas().then(setAreas, () => setAreas([]));
  }, [service]);
  return areas;
}
