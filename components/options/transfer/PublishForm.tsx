import { useEffect, useState } from 'preact/hooks';
import { useText } from '../../ui/text';
import type { Publication, TransferService } from './view';

/** The reader's layer as a pack for others: what it is to be called, and one file to put on any web host. */
export function PublishForm({ service, onFailure }: { service: TransferService; onFailure: (error: unknown) => void }) {
  const t = useText();
  const [about, setAbout] = useState<Publication>({ id: '', title: '', licence: 'CC BY 4.0' });
  useEffect(() => {
    service.publication().then((last) => last && setAbout(last), onFailure);
  }, [service]);
  const change = (field: keyof Publication) => (event: { currentTarget: HTMLInputElement }) =>
    setAbout({ ...about, [field]: event.currentTarget.value });
  return (
    <section aria-labelledby="publish">
      <h2 id="publish">{t('publish_title')}</h2>
      <p class="aside">{t('publish_about')}</p>
      <form
        class="publish"
        onSubmit={(event) => {
          event.preventDefault();
          const { homepage, ...rest } = about;
          service.publish({ ...rest, ...(homepage && { homepage }) }).catch(onFailure);
        }}
      >
        <label>
          {t('publish_pack_title')}
          <input required maxLength={80} value={about.title} onInput={change('title')} />
        </label>
        <label>
          {t('publish_id')}
          <input required pattern="[a-z0-9][a-z0-9\-]{0,40}" title={t('publish_id_hint')} value={about.id} onInput={change('id')} />
        </label>
        <label>
          {t('pack_licence')}
          <input required maxLength={80} value={about.licence} onInput={change('licence')} />
        </label>
        <label>
          {t('pack_homepage')}
          <input type="url" placeholder="https://" value={about.homepage ?? ''} onInput={change('homepage')} />
        </label>
        <p class="aside">{t('publish_id_hint')}</p>
        <p class="pack-actions">
          <button type="submit" class="button">
            {t('publish_save')}
          </button>
        </p>
      </form>
    </section>
  );
}
