/** What people are shown of a service: only on this wire, so not in the directory. Our own words; the links are those of the vendor's products. */
interface ServicePages {
  readonly description: string
  readonly document: string
  readonly console: string
}

const pages: Readonly<Record<string, ServicePages>> = {
  cloudaudit: page('cloud audit service', '629', 'cloudaudit'),
  cam: page('access management of member accounts', '598', 'cam'),
  tag: page('tags across member accounts', '651', 'tag'),
  cic: page('identity center of the organization', '850', 'organization'),
  finance: page('bills and payments of member accounts', '555', 'expense'),
  config: page('configuration audit across member accounts', '850', 'config'),
}

function page(description: string, document: string, path: string): ServicePages {
  return {
    description,
    document: `https://cloud.tencent.com/document/product/${document}`,
    console: `https://console.cloud.tencent.com/${path}`,
  }
}

/** A service without pages shows empty texts. */
export function pagesOf(product: string): ServicePages {
  return pages[product] ?? { description: '', document: '', console: '' }
}
