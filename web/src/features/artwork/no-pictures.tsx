import { Link } from '@tanstack/react-router'
import { assetName } from '@/components/items/asset-names'
import { LINK } from '@/components/items/facts'

interface NoPicturesProps {
  type: string
  mayWrite: boolean
  mayConfigure: boolean
}

/** Says what to do where there is no picture of a type. */
export function NoPictures({ type, mayWrite, mayConfigure }: NoPicturesProps) {
  const name = assetName(type).toLowerCase()
  return (
    <div className="rounded-2xl border border-dashed p-6 text-sm text-pretty text-soft">
      <p className="font-medium text-ink">There is no {name} yet</p>
      <p className="mt-1 max-w-prose">
        None was found in the files or beside them, and no provider offers one.{' '}
        {mayWrite && (
          <>Upload one, drag one onto this page, or put one beside the files and scan for new metadata.</>
        )}
        {mayConfigure && (
          <>
            {' '}
            Or{' '}
            <Link to="/settings/providers" className={`${LINK} text-ink`}>
              switch on a provider
            </Link>{' '}
            that has artwork.
          </>
        )}
      </p>
    </div>
  )
}
