import { useParams, useSearch } from '@tanstack/react-router'
import { fileSubject } from '@/api/subject'
import { BookDetail } from '@/features/books/book-detail'
import { FileMenu } from '../menus/file-menu'
import { ItemPage } from './item-page'

export function BookPage() {
  const { id } = useParams({ from: '/shell/books/$id' })
  const search = useSearch({ from: '/shell/books/$id' })
  return (
    <ItemPage
      kind="book"
      id={id}
      search={search}
      fileOf={(book, fileId) => {
        const file = book.files.find((each) => each.id === fileId)
        return file && fileSubject(file)
      }}
    >
      {(book, parts, open) => (
        <BookDetail
          book={book}
          {...parts}
          fileMenu={(file) => (
            <FileMenu
              file={file}
              hasOthers={book.files.length > 1}
              onEdit={() => open({ open: 'edit', file: file.id })}
            />
          )}
        />
      )}
    </ItemPage>
  )
}
