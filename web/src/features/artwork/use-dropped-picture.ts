import { useState, type DragEvent } from 'react'
import { isPicture, type PictureType } from '@/api/artwork'

const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files')

/** The type whose part of the page the pointer is over. */
function typeUnder({ target }: DragEvent, otherwise: PictureType): PictureType {
  const type = (target as Element).closest<HTMLElement>('[data-type]')?.dataset.type ?? ''
  return isPicture(type) ? type : otherwise
}

/** A picture dragged onto the page is of the type that it is dropped on, beside all of them of the one that stands for the item. */
export function useDroppedPicture(standing: PictureType, onDrop: (type: PictureType, picture: File) => void) {
  const [over, setOver] = useState<PictureType>()
  return {
    over,
    handlers: {
      onDragOver: (event: DragEvent) => {
        if (!hasFiles(event)) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
        setOver(typeUnder(event, standing))
      },
      onDragLeave: (event: DragEvent) => {
        // One leaves each part of the page for the next; only who leaves all of it is gone.
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(undefined)
      },
      onDrop: (event: DragEvent) => {
        if (!hasFiles(event)) return
        event.preventDefault()
        setOver(undefined)
        const picture = event.dataTransfer.files[0]
        if (picture) onDrop(typeUnder(event, standing), picture)
      },
    },
  }
}
