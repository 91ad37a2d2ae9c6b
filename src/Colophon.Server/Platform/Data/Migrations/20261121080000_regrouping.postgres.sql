-- Files that a person moved into the item: {item_id, title, files: [{file_id, place: {role, position, assigned_by}}]}, where they were before.
alter table changes add column files_from text collate "C";
