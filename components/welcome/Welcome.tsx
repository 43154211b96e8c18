import { Database, Globe, Keyboard, Lock } from 'lucide';
import { Icon } from '../ui/Icon';
import { Switch } from '../ui/Switch';
import { useText } from '../ui/text';

interface WelcomeProps {
  /** Whether pages that are read are kept; null until it is known. */
  history: boolean | null;
  onHistory: (on: boolean) => void;
}

/** What the extension does, shown on an article of the project's own; what it keeps, and where. Asks nothing. */
export function Welcome({ history, onHistory }: WelcomeProps) {
  const t = useText();
  return (
    <main class="welcome">
      <header>
        <h1>{t('extension_name')}</h1>
        <p class="lead">{t('welcome_lead')}</p>
      </header>
      <section aria-labelledby="welcome-try">
        <h2 id="welcome-try">{t('welcome_try')}</h2>
        <p>{t('welcome_try_how')}</p>
        <ul class="legend">
          {(['official', 'organization', 'project'] as const).map((type) => (
            <li key={type} data-type={type}>
              <span class="line" />
              {t(`type_${type}`)}
            </li>
          ))}
        </ul>
        <article lang="zh-CN">
          <h3>太湖治理项目现场推进</h3>
          <p class="row">发布日期：2023-10-28　来源：龙城旁注（示例）</p>
          <p>
            昨天上午，区委副书记吴震宇来到嘉泽镇、湟里镇，察看新一轮太湖综合治理各项任务的进展，区水利局、武进生态环境局有关负责人随同，副区长朱小平参加。
          </p>
          <p>在湟里镇，一行人沿河走到麦杂顶浜整治工程的工地。吴震宇要求各有关部门加快项目建设，由区水利局跟踪进度。</p>
        </article>
        <p class="aside">{t('welcome_article')}</p>
      </section>
      <section aria-labelledby="welcome-kept">
        <h2 id="welcome-kept">
          <Icon node={Lock} />
          {t('welcome_kept')}
        </h2>
        <p>{t('welcome_kept_what')}</p>
        <p>{t('welcome_kept_where')}</p>
        {history !== null && (
          <div class="turn">
            <span aria-hidden="true">{t('welcome_history')}</span>
            <Switch checked={history} label={t('welcome_history')} onChange={onHistory} />
          </div>
        )}
      </section>
      <nav aria-label={t('welcome_further')}>
        <h2>{t('welcome_further')}</h2>
        <ul class="further">
          <li>
            <Icon node={Globe} />
            <a href="options.html#/sites">{t('welcome_sites')}</a>
          </li>
          <li>
            <Icon node={Database} />
            <a href="options.html">{t('welcome_index')}</a>
          </li>
          <li>
            <Icon node={Keyboard} />
            <a href="options.html#/appearance">{t('welcome_keys')}</a>
          </li>
        </ul>
      </nav>
    </main>
  );
}
